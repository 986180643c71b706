import { lazy } from 'react';
import type { ComponentType } from 'react';

/** A part of the window that is loaded when it is first drawn. */
export interface LaterPart<P> {
  readonly current: ComponentType<P>;
  /** Has the next drawing ask for it again: React remembers for good that a part could not be loaded. */
  forget(): void;
}

export function laterPart<P>(load: () => Promise<ComponentType<P>>): LaterPart<P> {
  const ask = (): ComponentType<P> => lazy(async () => ({ default: await load() }));
  let current = ask();
  return {
    get current() {
      return current;
    },
    forget() {
      current = ask();
    },
  };
}
