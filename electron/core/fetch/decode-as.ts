import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { canonicalLabel } from './encoding-labels.ts';
import { decodeRare } from './rare-encodings.ts';

/** Labels of Latin-1 and its kin; Node's own windows-1252 is wrong in some versions (nodejs/node#56542). */
export const LATIN = /^(windows-1252|cp1252|x-cp1252|iso-?8859-?1|iso_8859-1(:1987)?|latin-?1|l1|us-ascii|ascii|ansi_x3\.4-1968)$/;
/** ICU reads the label by its letter; what is written under it is Microsoft's extension. */
const KOREAN = /^(euc-?kr|ks_?c_?5601(-19(87|89))?|ksc5601|korean|windows-949|cp949|uhc|x-windows-949)$/;

function withIconv(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), label);
  return fatal && text.includes('\uFFFD') ? null : text;
}

/** Bytes as text in an encoding; null where nobody knows the label or, with `fatal`, where the bytes cannot be that. */
export function decodeAs(bytes: Uint8Array, written: string, fatal: boolean): string | null {
  const label = canonicalLabel(written);
  if (LATIN.test(label)) return withIconv(bytes, 'windows-1252', fatal);
  if (KOREAN.test(label)) return withIconv(bytes, 'cp949', fatal);
  const rare = decodeRare(bytes, label);
  if (rare !== null) return rare;
  let decoder: TextDecoder | null = null;
  try {
    decoder = new TextDecoder(label, { fatal });
  } catch {
    // A label that this build of ICU does not know; iconv-lite may.
  }
  if (!decoder) return iconv.encodingExists(label) ? withIconv(bytes, label, fatal) : null;
  try {
    return decoder.decode(bytes);
  } catch {
    // With `fatal`, bytes that the encoding cannot have: an answer, not a fault.
    return null;
  }
}
