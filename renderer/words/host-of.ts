/** Host and port of an address, by which a person knows a site; null where it is no address. */
export function hostOf(url: string | null | undefined): string | null {
  return (url ? URL.parse(url)?.host : null) ?? null;
}
