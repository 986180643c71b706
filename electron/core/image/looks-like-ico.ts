/** The head of an icon file and one entry of its directory, bytes. */
export const ICO_HEAD = 6;
export const ICO_ENTRY = 16;
/** Real ones hold a dozen sizes at most. */
const MOST_ENTRIES = 64;

/** Whether bytes begin as an icon file does: four bytes that are anybody's, a count, and a first entry that points behind the directory. */
export function looksLikeIco(bytes: Uint8Array): boolean {
  if (bytes.length < ICO_HEAD + ICO_ENTRY || bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== 1 || bytes[3] !== 0) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(4, true);
  return count > 0 && count <= MOST_ENTRIES && view.getUint32(ICO_HEAD + 8, true) > 0 && view.getUint32(ICO_HEAD + 12, true) >= ICO_HEAD + ICO_ENTRY * count;
}
