/** The text between the first `open` and a `close` at the end, and what stands before it; null where the text is not so. */
function split(text: string, open: string, close: string): { before: string; inner: string } | null {
  const at = text.endsWith(close) ? text.indexOf(open) : -1;
  if (at === -1) return null;
  const inner = text.slice(at + 1, -1);
  return inner.includes(open) || inner.includes(close) ? null : { before: text.slice(0, at).trim(), inner };
}

function isMail(text: string): boolean {
  const at = text.indexOf('@');
  return at > 0 && at < text.length - 1 && !/[\s()<>]/.test(text);
}

/** A person as RSS writes one, `jo@example.org (Jo Li)` or `Jo Li <jo@example.org>`, as a name. Takes time linear in the text. */
export function personName(written: string): string {
  const text = written.trim();
  const named = split(text, '(', ')');
  if (named && isMail(named.before) && named.inner !== '') return named.inner.trim();
  const mailed = split(text, '<', '>');
  return mailed && mailed.before !== '' && isMail(mailed.inner) ? mailed.before : text;
}
