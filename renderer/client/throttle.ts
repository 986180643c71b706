/** Runs `run` at once and then at most every `everyMs`, which may be asked for each time, with one last run for what came meanwhile. */
export function throttle(run: () => void, everyMs: number | (() => number)): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let again = false;
  function tick(): void {
    timer = null;
    if (!again) return;
    again = false;
    fire();
  }
  function fire(): void {
    timer = setTimeout(tick, typeof everyMs === 'number' ? everyMs : everyMs());
    run();
  }
  return () => {
    if (timer) again = true;
    else fire();
  };
}
