/** What a name can stand between; each is tried before its own marks are left out. */
const QUOTES = [['"', '"'], ['“', '”'], ['「', '」'], ['《', '》']] as const;

/** A name as it stands behind an operator: with spaces or other signs it is quoted, in marks that it does not have itself. */
export function operatorValue(name: string): string {
  if (/^[\p{L}\p{N}._/-]+$/u.test(name)) return name;
  const [open, close] = QUOTES.find((marks) => !name.includes(marks[1])) ?? QUOTES[0];
  return `${open}${name.replaceAll(close, '')}${close}`;
}
