import iconv from 'iconv-lite';
import type { Random } from './random.ts';
import { ATTRIBUTES, DATES, ODD_TEXT, TAGS } from './words.ts';

const CODECS = ['utf-16le', 'utf-16be', 'gbk', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252', 'koi8-r', 'utf-32le', 'latin1'];
/** What grows past this is cut. */
const LONGEST = 200_000;

type Change = (bytes: Buffer, random: Random) => Buffer;

function spliced(bytes: Buffer, at: number, end: number, piece: string | Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), typeof piece === 'string' ? Buffer.from(piece) : piece, bytes.subarray(Math.max(at, end))]);
}

/** Where a tag begins and ends, near a place chosen at random. */
function tagSpan(bytes: Buffer, random: Random): { at: number; end: number } | null {
  const at = bytes.indexOf('<', random.int(bytes.length));
  const end = at === -1 ? -1 : bytes.indexOf('>', at);
  return end === -1 ? null : { at, end: end + 1 };
}

const CHANGES: readonly Change[] = [
  // A byte or a bit.
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let left = random.count(8); left > 0 && changed.length > 0; left--) {
      const at = random.int(changed.length);
      changed[at] = random.chance(0.5) ? (changed[at] ?? 0) ^ (1 << random.int(8)) : random.int(256);
    }
    return changed;
  },
  (bytes, random) => bytes.subarray(0, random.int(bytes.length)),
  (bytes, random) => bytes.subarray(random.int(Math.min(200, bytes.length))),
  (bytes, random) => spliced(bytes, random.int(bytes.length), 0, random.pick(ODD_TEXT)),
  (bytes, random) => spliced(bytes, random.int(bytes.length), 0, random.pick(ODD_TEXT).repeat(random.count(2000))),
  // A span that comes twice, or not at all, or elsewhere.
  (bytes, random) => {
    const at = random.int(bytes.length);
    const span = bytes.subarray(at, at + random.count(2000));
    return spliced(bytes, random.int(bytes.length), 0, Buffer.concat(Array.from({ length: random.count(20) }, () => span)));
  },
  (bytes, random) => {
    const at = random.int(bytes.length);
    return spliced(bytes, at, at + random.count(500), '');
  },
  // Tags that are swapped, renamed, doubled, left out.
  (bytes, random) => {
    const [one, other] = [tagSpan(bytes, random), tagSpan(bytes, random)];
    if (!one || !other || one.end > other.at) return bytes;
    const [first, second] = [bytes.subarray(one.at, one.end), bytes.subarray(other.at, other.end)];
    return Buffer.concat([bytes.subarray(0, one.at), second, bytes.subarray(one.end, other.at), first, bytes.subarray(other.end)]);
  },
  (bytes, random) => {
    const tag = tagSpan(bytes, random);
    return tag ? spliced(bytes, tag.at, random.chance(0.5) ? tag.end : tag.at, `<${random.pick(['', '/'])}${random.pick(TAGS)} ${random.pick(ATTRIBUTES)}="${random.pick(ODD_TEXT)}"${random.pick(['', '/'])}>`) : bytes;
  },
  (bytes, random) => {
    const tag = tagSpan(bytes, random);
    return tag ? spliced(bytes, tag.at, tag.end, '') : bytes;
  },
  // A number or a date.
  (bytes, random) => {
    const at = bytes.subarray(random.int(bytes.length)).findIndex((byte) => byte >= 0x30 && byte <= 0x39);
    return at === -1 ? bytes : spliced(bytes, at, at + random.count(6), random.pick(['0', '-1', '9'.repeat(random.count(400)), '1e999', ...DATES]));
  },
  // Another encoding than it says.
  (bytes, random) => iconv.encode(bytes.toString('utf8'), random.pick(CODECS), { addBOM: random.chance(0.4) }),
  (bytes, random) => Buffer.from(bytes.toString('utf8').replace(/encoding="[^"]*"/, `encoding="${random.pick([...CODECS, 'utf-7', 'x-nonsense', ''])}"`)),
];

/** A document spoilt in one to several ways. */
export function mutate(bytes: Uint8Array, random: Random): Buffer {
  let changed: Buffer = Buffer.from(bytes);
  for (let left = random.count(5); left > 0; left--) changed = random.pick(CHANGES)(changed, random).subarray(0, LONGEST);
  return Buffer.from(changed);
}
