const UNSEEN_MS = 1000;

/**
 * Runs once what is drawn now stands on the screen: work that a start does not wait for would put that off. Returns the way to
 * leave it. In a window out of sight there are no frames; there it runs a little later all the same.
 */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const frame = requestAnimationFrame(() => {
    // Behind the frame, not in it.
    clearTimeout(unseen);
    timer = setTimeout(work);
  });
  const unseen = setTimeout(() => {
    cancelAnimationFrame(frame);
    work();
  }, UNSEEN_MS);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(unseen);
    if (timer !== null) clearTimeout(timer);
  };
}

/** Sooner than that hardly anybody acts on what has just come into sight. */
const SEEN_MS = 300;
/** What begins an act; the first half of a chord is one. */
const ACTS = ['keydown', 'pointerdown'] as const;

/**
 * Runs once what is drawn now has been seen: work that a start leaves for later, so much that the first frame itself, on its way
 * to the screen, would wait for it. Whoever acts sooner has it at once. Returns the way to leave it.
 */
export function afterSeen(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const end = (): void => {
    leave();
    if (timer !== null) clearTimeout(timer);
    for (const act of ACTS) window.removeEventListener(act, run, { capture: true });
  };
  const run = (): void => {
    end();
    work();
  };
  const leave = afterPaint(() => {
    timer = setTimeout(run, SEEN_MS);
  });
  for (const act of ACTS) window.addEventListener(act, run, { capture: true });
  return end;
}
