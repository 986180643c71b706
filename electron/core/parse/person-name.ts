/** A person as RSS writes one, `jo@example.org (Jo Li)` or `Jo Li <jo@example.org>`, as a name. */
export function personName(written: string): string {
  const text = written.trim();
  const inParentheses = /^[^\s()]+@[^\s()]+\s*\(([^()]+)\)$/.exec(text);
  if (inParentheses?.[1]) return inParentheses[1].trim();
  const beforeAngle = /^([^<>]+?)\s*<[^<>\s]+@[^<>\s]+>$/.exec(text);
  return (beforeAngle?.[1] ?? text).trim();
}
