import { useEffect, useEffectEvent } from 'react';
import { takeDropped } from './dropped-file.ts';

/** Takes the file with which the dialog was asked for, once, as if it had been chosen in the dialog. */
export function useDropped(take: (file: File) => void): void {
  const takeFirst = useEffectEvent(() => {
    const dropped = takeDropped();
    if (dropped) take(dropped);
  });
  useEffect(() => {
    takeFirst();
  }, []);
}
