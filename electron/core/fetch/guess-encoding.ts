import { analyse } from 'chardet';
import { decodeAs, LATIN } from './decode-as.ts';
import { plausibility } from './plausibility.ts';

/** How much text is decoded in every way that may be right. */
const SAMPLE = 8192;
/** What the statistics of chardet weigh beside how the decoded text looks: measured on titles of 18 languages in 18 encodings. */
const WEIGHT = 0.5;
/** A claim is followed without further ado where its text looks like this; Latin-1, which servers claim by default, only where it looks better. */
const CREDIBLE = 0.45;
const CREDIBLE_LATIN = 0.75;
const CLAIMED = 0.3;
const CLAIMED_LATIN = 0.15;

/** Fewer characters beyond ASCII than this say too little against a claim. */
const LITTLE = 3;

/** Encodings that feeds come in, and how much likelier one is than another that looks as good. */
const PRIORS: Readonly<Record<string, number>> = {
  gb18030: 0, big5: 0, shift_jis: 0, 'euc-jp': 0, 'euc-kr': 0, 'windows-1252': 0.03, 'windows-1251': 0.02, 'windows-1250': 0.01, 'windows-1253': 0.01, 'windows-1254': 0.01,
  'windows-1255': 0.01, 'windows-1256': 0.01, 'windows-1257': 0.01, 'iso-8859-13': -0.01, 'windows-1258': -0.1, 'koi8-r': 0, 'koi8-u': -0.01, 'iso-8859-2': 0, 'iso-8859-5': 0, 'iso-8859-6': 0,
  'iso-8859-7': 0, 'iso-8859-15': -0.05, 'windows-874': -0.1, macintosh: -0.1,
};
/** chardet knows the first of each pair, and says the same of the second. */
const TWINS: Readonly<Record<string, readonly string[]>> = {
  'iso-8859-1': ['windows-1252'], 'windows-1252': ['windows-1252'], 'iso-8859-2': ['iso-8859-2', 'windows-1250'], 'iso-8859-7': ['iso-8859-7', 'windows-1253'], 'iso-8859-8': ['windows-1255'],
  'iso-8859-9': ['windows-1254'], 'windows-1256': ['windows-1256', 'iso-8859-6'], 'koi8-r': ['koi8-r', 'koi8-u'],
};

/** Stretches between tags that hold more than ASCII; no encoding of feeds has a tag's brackets inside a character. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let start = 0;
  let isHigh = false;
  for (let at = 0; at <= bytes.length && length < SAMPLE; at++) {
    const unit = bytes[at];
    if (unit !== undefined && unit >= 0x80) isHigh = true;
    const isLong = at - start >= SAMPLE && unit !== undefined && unit < 0x30;
    if (unit !== undefined && unit !== 0x3c && unit !== 0x3e && !isLong) continue;
    if (isHigh) {
      parts.push(bytes.subarray(start, Math.min(at, start + 2 * SAMPLE)), new Uint8Array([0x20]));
      length += at - start;
    }
    start = at + 1;
    isHigh = false;
  }
  return Buffer.concat(parts);
}

function looks(sample: Uint8Array, label: string): number {
  const text = decodeAs(sample, label, false);
  return text === null ? Number.NEGATIVE_INFINITY : plausibility(text);
}

function opinions(sample: Uint8Array): Map<string, number> {
  const known = new Map<string, number>();
  for (const { name, confidence } of analyse(sample)) {
    const label = name.toLowerCase();
    for (const twin of TWINS[label] ?? [label]) known.set(twin, Math.max(known.get(twin) ?? 0, confidence / 100));
  }
  return known;
}

/**
 * The encoding in which bytes that are no UTF-8 make the likeliest text: one of the claims where it can be believed, else
 * what fits best by the look of the decoded text and the statistics of its bytes.
 */
export function guessEncoding(bytes: Uint8Array, claims: readonly string[]): string {
  const sample = sampleOf(bytes);
  const isLittle = sample.reduce((sum, byte) => sum + Number(byte >= 0x80), 0) < LITTLE;
  let best = 'windows-1252';
  let score = Number.NEGATIVE_INFINITY;
  for (const label of claims) {
    const isLatin = LATIN.test(label);
    if (isLittle && decodeAs(sample, label, true) !== null) return label;
    const look = looks(sample, label);
    if (look >= (isLatin ? CREDIBLE_LATIN : CREDIBLE)) return label;
    if (look + (isLatin ? CLAIMED_LATIN : CLAIMED) > score) [best, score] = [label, look + (isLatin ? CLAIMED_LATIN : CLAIMED)];
  }
  const known = opinions(sample);
  for (const [label, prior] of Object.entries(PRIORS)) {
    const total = looks(sample, label) + prior + WEIGHT * (known.get(label) ?? 0);
    if (total > score) [best, score] = [label, total];
  }
  return best;
}
