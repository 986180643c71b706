import type { App, BrowserWindow, NativeImage } from 'electron';

export interface BadgeOptions {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'setBadgeCount'>;
  readonly windows: () => readonly Pick<BrowserWindow, 'setOverlayIcon' | 'isDestroyed'>[];
  /** A dot of 16 px. */
  readonly dot: () => NativeImage;
  readonly say: (unread: number) => string;
}

export interface Badge {
  /** 0 takes it away. */
  set(unread: number): void;
  /** To be called with each new window: on Windows the badge is the window's. */
  redraw(): void;
}

/** The unread count on the app's own icon: a number in the Dock and in docks of Linux that show one, a dot on Windows' task bar. */
export function createBadge({ platform, app, windows, dot, say }: BadgeOptions): Badge {
  let unread = 0;
  const draw = (): void => {
    if (platform !== 'win32') {
      app.setBadgeCount(unread);
      return;
    }
    for (const window of windows()) {
      // The words are what a screen reader says of the dot.
      if (!window.isDestroyed()) window.setOverlayIcon(unread > 0 ? dot() : null, unread > 0 ? say(unread) : '');
    }
  };
  return {
    set(next) {
      if (next === unread) return;
      unread = next;
      draw();
    },
    redraw: draw,
  };
}
