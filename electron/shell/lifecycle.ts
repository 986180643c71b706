/** How far the app is from its end. */
export interface Lifecycle {
  readonly phase: 'starting' | 'running' | 'closing' | 'closed';
}

export type LifecycleEvent =
  /** `hidden`: nobody asked for a window. */
  | { readonly kind: 'ready'; readonly hidden: boolean }
  | { readonly kind: 'activated'; readonly windows: number }
  | { readonly kind: 'second-instance'; readonly windows: number }
  /** `stays`: the app goes on in the tray. */
  | { readonly kind: 'all-windows-closed'; readonly platform: string; readonly stays: boolean }
  | { readonly kind: 'will-quit' }
  | { readonly kind: 'engine-closed' };

/** `hold-quit` prevents Electron's quit, which cannot wait for anything by itself. */
export type LifecycleAction = 'open-window' | 'show-window' | 'quit' | 'hold-quit' | 'close-engine' | 'stay';

export const STARTING: Lifecycle = { phase: 'starting' };

/**
 * What to do next. The engine is closed after the windows, so that what a closing page still has to say (where the
 * person was) is stored; quitting waits for it, and asking again while it closes does not start over.
 */
export function lifecycle(state: Lifecycle, event: LifecycleEvent): { readonly state: Lifecycle; readonly actions: readonly LifecycleAction[] } {
  const stay = (...actions: LifecycleAction[]) => ({ state, actions });
  const ending = state.phase === 'closing' || state.phase === 'closed';
  switch (event.kind) {
    case 'ready':
      return state.phase === 'starting' ? { state: { phase: 'running' }, actions: event.hidden ? [] : ['open-window'] } : stay();
    case 'activated':
    case 'second-instance':
      if (state.phase !== 'running') return stay();
      return stay(event.windows === 0 ? 'open-window' : 'show-window');
    case 'all-windows-closed':
      // On macOS an app without windows goes on, and refreshes.
      if (event.platform === 'darwin' || ending) return stay();
      return stay(event.stays ? 'stay' : 'quit');
    case 'will-quit':
      if (state.phase === 'closed') return stay();
      if (state.phase === 'closing') return stay('hold-quit');
      return { state: { phase: 'closing' }, actions: ['hold-quit', 'close-engine'] };
    case 'engine-closed':
      return state.phase === 'closing' ? { state: { phase: 'closed' }, actions: ['quit'] } : stay();
    default:
      return event satisfies never;
  }
}
