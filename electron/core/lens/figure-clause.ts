/** Behind a figure, what stands before the next comma is still said of it. */
export function ownPart(before: string, isBehind: boolean): string {
  const comma = isBehind ? before.search(/[,，;；]/) : -1;
  return comma === -1 ? before : before.slice(comma + 1);
}

/** What of the words between two figures is this one's: to the comma that begins the next statement. */
export function clauseOf(before: string, after: string, isChinese: boolean): string {
  const ahead = isChinese ? (before.split(/[。;；]/).at(-1) ?? '') : (before.split(/[.;]| but | while | and /).at(-1) ?? '');
  const behind = /^(?:[^,，;；。]|,(?= (?:year|compared|month|quarter|from|than|up from)))*/.exec(after)?.[0] ?? '';
  return `${ahead} | ${(isChinese ? behind : (behind.split(/ (?:but|and|while|whereas) /)[0] ?? '')).replace(/\s+$/, '')}`;
}
