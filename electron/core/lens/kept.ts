/** A way to find something of a text that keeps the last `most` it found: the rules of one figure ask for the same again and again. */
export function keeping<T>(find: (text: string) => T, most: number): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const found = find(text);
    if (kept.size >= most) kept.clear();
    kept.set(text, found);
    return found;
  };
}
