/** The host in what was typed, for "Looking at {host}", in its own script; what was typed itself where no host is in it. */
export function typedHost(typed: string): string {
  const text = typed.trim();
  for (const address of [text, `https://${text}`]) {
    if (!URL.canParse(address)) continue;
    const { host } = new URL(address);
    if (host === '') continue;
    // 稀土.example stays so, and is not shown as xn--….
    const spelled = /^(?:[a-z][a-z\d+.-]*:\/\/)?([^/?#]+)/iu.exec(text)?.[1];
    return host.includes('xn--') && spelled !== undefined ? spelled : host;
  }
  return text;
}
