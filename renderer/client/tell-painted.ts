/** Tells the loopback door, once, that the first list stands on the screen; whoever measures starts listens there. */
export function tellPainted(): void {
  if (window.reader) return;
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      // Nothing depends on it: a door that went away is noticed by the next call.
      fetch(new URL(`bench-ready?t=${Date.now()}`, document.baseURI)).catch(() => undefined);
    });
  });
}
