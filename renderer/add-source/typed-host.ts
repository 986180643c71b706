/** The host in what was typed, for "Looking at {host}"; what was typed itself where no host is in it. */
export function typedHost(typed: string): string {
  const text = typed.trim();
  for (const address of [text, `https://${text}`]) {
    if (URL.canParse(address)) {
      const { host } = new URL(address);
      if (host !== '') return host;
    }
  }
  return text;
}
