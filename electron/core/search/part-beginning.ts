/**
 * All that a word of the index may go on with behind letters of ASCII, as bytes of UTF-8: letters and digits of ASCII, and what a
 * longer character begins with (RFC 3629 section 4). The index's own tokenizer takes bytes as they are.
 */
const ONWARD: readonly number[] = [...Buffer.from('abcdefghijklmnopqrstuvwxyz0123456789'), ...Array.from({ length: 0xf4 - 0xc2 + 1 }, (_, n) => 0xc2 + n)];

/**
 * An expression with the few letters that begin a word asked for by what they go on with; to be bound as the text that these bytes
 * are, which is none of UTF-8. Before FTS5 knows the newest that has a word with such a beginning, it merges the places of all such
 * words, all over the library; many short mergers beside each other take half as long as a long one. `begun` is of a to z.
 */
export function partBeginning(match: string, begun: string): Uint8Array {
  const whole = Buffer.from(match);
  const asked = Buffer.from(`"${begun}" *`);
  const at = whole.indexOf(asked);
  if (at === -1) return whole;
  const parts = ONWARD.flatMap((byte) => [Buffer.from(` OR "${begun}`), Buffer.of(byte), Buffer.from('" *')]);
  return Buffer.concat([whole.subarray(0, at), Buffer.from(`("${begun}"`), ...parts, Buffer.from(')'), whole.subarray(at + asked.length)]);
}
