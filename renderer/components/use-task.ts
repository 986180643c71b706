import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReaderError } from '../../electron/contract/errors.ts';
import { asReaderError } from '../client/as-reader-error.ts';

export interface Task {
  readonly busy: boolean;
  /** Why the last run failed; null while one runs and after one that succeeded. */
  readonly error: ReaderError | null;
  /**
   * Starts the work; an earlier run still under way is forgotten. `done` gets the answer, unless the run was forgotten. `say` gets
   * it after that in any case: what was done is said, and can be taken back, though the dialog is gone.
   */
  readonly run: <T>(work: () => Promise<T>, done: (answer: T) => void, say?: (answer: T) => void) => void;
  /** Forgets a run under way, and the error. */
  readonly reset: () => void;
  /** Forgets the error. What is under way goes on: asked for again, it would be done twice. */
  readonly forgive: () => void;
}

/** One piece of work at a time that a dialog waits for. What ends after the dialog is gone changes nothing. */
export function useTask(): Task {
  const [state, setState] = useState<{ busy: boolean; error: ReaderError | null }>({ busy: false, error: null });
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  const run = useCallback(<T>(work: () => Promise<T>, done: (answer: T) => void, say?: (answer: T) => void) => {
    turn.current += 1;
    const mine = turn.current;
    setState({ busy: true, error: null });
    const finish = async () => {
      try {
        const answer = await work();
        if (turn.current === mine) {
          setState({ busy: false, error: null });
          done(answer);
        }
        say?.(answer);
      } catch (error) {
        if (turn.current === mine) setState({ busy: false, error: asReaderError(error) });
      }
    };
    void finish();
  }, []);
  const reset = useCallback(() => {
    turn.current += 1;
    setState({ busy: false, error: null });
  }, []);
  const forgive = useCallback(() => setState((now) => ({ ...now, error: null })), []);
  return { ...state, run, reset, forgive };
}
