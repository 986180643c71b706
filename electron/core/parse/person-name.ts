const LONGEST = 500;

function isEmail(text: string): boolean {
  return /^[^\s()<>@]{1,200}@[^\s()<>@]{1,200}$/.test(text);
}

/** The two parts of `outside (inside)`, or null. */
function inBrackets(text: string, open: string, close: string): [outside: string, inside: string] | null {
  const start = text.endsWith(close) ? text.lastIndexOf(open) : -1;
  return start === -1 ? null : [text.slice(0, start).trim(), text.slice(start + 1, -1).trim()];
}

function withoutQuotes(name: string): string {
  const inner = /^"([^"]+)"$/.exec(name) ?? /^'([^']+)'$/.exec(name);
  return inner?.[1]?.trim() ?? name;
}

/** A person as RSS writes one, `jo@example.org (Jo Li)`, `Jo Li <jo@example.org>` and their like, as a name; the address where there is no name. */
export function personName(written: string): string {
  const trimmed = written.trim();
  if (!trimmed.includes('@') || trimmed.length > LONGEST) return trimmed;
  const text = trimmed.replace(/^mailto:/i, '');
  const parts = inBrackets(text, '(', ')') ?? inBrackets(text, '<', '>') ?? inBrackets(text, '[', ']');
  if (parts) {
    const [outside, inside] = parts;
    if (isEmail(outside)) return withoutQuotes(inside) || outside;
    if (isEmail(inside.replace(/^mailto:/i, ''))) return withoutQuotes(outside) || inside;
    return text;
  }
  const afterDash = /^(\S{3,200}) +[-–—] +(\S.*)$/.exec(text);
  if (afterDash?.[1] && afterDash[2] && isEmail(afterDash[1])) return afterDash[2];
  const [first = '', ...rest] = text.split(/[\s,]+/);
  return isEmail(first) && rest.length > 0 ? rest.join(' ') : text;
}
