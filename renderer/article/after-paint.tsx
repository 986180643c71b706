import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { afterPaint } from '../client/after-paint.ts';

/** What the first frame of an article does without: it is put in, and asks the engine, once that frame is drawn. */
export function AfterPaint({ children }: { readonly children: ReactNode }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => afterPaint(() => setDue(true)), []);
  return isDue ? children : null;
}
