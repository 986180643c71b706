/** Says beside each link of `kept` that it opens later, in `words`, and takes that off the others. Drawn, not written: the text stays what it is. */
export function markLater(text: Element, kept: readonly string[], words: string): void {
  for (const link of text.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (kept.includes(link.href)) link.dataset['later'] = words;
    else delete link.dataset['later'];
  }
}
