/** Left in sight of the page before. */
const OVERLAP = 48;

/** Scrolls the open article by a page. False where it already stands at that end, or none is open. */
export function pageArticle(step: 1 | -1): boolean {
  const pane = document.querySelector<HTMLElement>('[data-article-scroll]');
  if (!pane || pane.offsetParent === null) return false;
  const room = pane.scrollHeight - pane.clientHeight;
  if (step === 1 ? pane.scrollTop >= room - 1 : pane.scrollTop <= 0) return false;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  pane.scrollBy({ top: step * (pane.clientHeight - OVERLAP), behavior: still ? 'instant' : 'smooth' });
  return true;
}
