import { Component } from 'react';
import type { ReactNode } from 'react';

export interface FaultBoundaryProps {
  readonly children: ReactNode;
  /** Shown in place of what failed to draw. */
  readonly instead: (error: unknown, again: () => void) => ReactNode;
  readonly onFault?: (error: unknown) => void;
}

/** Keeps a fault in one part of the window from taking the rest with it. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly fault: { readonly error: unknown } | null }> {
  override state: { readonly fault: { readonly error: unknown } | null } = { fault: null };

  static getDerivedStateFromError(error: unknown): { readonly fault: { readonly error: unknown } } {
    return { fault: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFault?.(error);
  }

  again = (): void => {
    this.setState({ fault: null });
  };

  override render(): ReactNode {
    return this.state.fault ? this.props.instead(this.state.fault.error, this.again) : this.props.children;
  }
}
