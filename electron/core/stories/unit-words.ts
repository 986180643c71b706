/** What a number counts, as far as two texts can be compared by it. */
export type NumberUnit = 'cny' | 'usd' | 'aud' | 'eur' | 'jpy' | 'cad' | 'inr' | 'gbp' | 'krw' | 'vnd' | 't' | 'kg' | '%' | 'pp';

/** Before a number. The longest first. */
const PREFIXES: readonly (readonly [RegExp, NumberUnit])[] = [
  [/(?:US\$|USD)\s?$/i, 'usd'],
  [/(?:AU?\$|AUD)\s?$/i, 'aud'],
  [/(?:CA?\$|CAD)\s?$/i, 'cad'],
  [/(?:£|GBP)\s?$/i, 'gbp'],
  [/(?:€|EUR)\s?$/i, 'eur'],
  [/(?:\bRs\.?|INR|₹)\s?$/i, 'inr'],
  [/(?:RMB|CNY|¥)\s?$/i, 'cny'],
  [/\$\s?$/, 'usd'],
];

/** After a number and its scale. */
const SUFFIXES: readonly (readonly [RegExp, NumberUnit])[] = [
  [/^\s?(?:个百分点|-?\s?percentage[ -]points?|pp\b)/i, 'pp'],
  [/^\s?(?:%|percent\b|per cent\b|pct\b)/i, '%'],
  [/^\s?(?:美元|(?:US )?dollars?\b|USD\b)/i, 'usd'],
  [/^\s?(?:澳元|Australian dollars?\b|AUD\b)/i, 'aud'],
  [/^\s?(?:欧元|euros?\b|EUR\b)/i, 'eur'],
  [/^\s?(?:日元|yen\b|JPY\b)/i, 'jpy'],
  [/^\s?(?:加元|Canadian dollars?\b|CAD\b)/i, 'cad'],
  [/^\s?(?:英镑|pounds? sterling\b|GBP\b)/i, 'gbp'],
  [/^\s?(?:韩元|won\b|KRW\b)/i, 'krw'],
  [/^\s?(?:越南盾|dong\b|VND\b)/i, 'vnd'],
  [/^\s?(?:卢比|rupees?\b|INR\b)/i, 'inr'],
  [/^\s?(?:元|人民币|yuan\b|RMB\b|CNY\b)/i, 'cny'],
  [/^\s?(?:吨|(?:metric )?tonnes?\b|(?:metric )?tons?\b|tpa\b|tpy\b|mt\b|t\b)/i, 't'],
  [/^\s?(?:公斤|千克|kilograms?\b|kilos?\b|kg\b)/i, 'kg'],
];

function find(words: readonly (readonly [RegExp, NumberUnit])[], text: string): { unit: NumberUnit; length: number } | null {
  for (const [pattern, unit] of words) {
    const found = pattern.exec(text);
    if (found) return { unit, length: found[0].length };
  }
  return null;
}

/** The unit that a number has by what stands before it and after it, and how many characters of those are its. */
export function unitAround(before: string, after: string): { unit: NumberUnit | null; before: number; after: number } {
  const prefix = find(PREFIXES, before);
  const suffix = find(SUFFIXES, after);
  // The sign in front tells a currency, what follows may be what it is paid for.
  return { unit: prefix?.unit ?? suffix?.unit ?? null, before: prefix?.length ?? 0, after: suffix?.length ?? 0 };
}
