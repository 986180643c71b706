const START = '<![CDATA[';
const END = ']]>';
/** How far a section's element and its item are looked for; and how often, so that no document makes this long. */
const REACH = 200_000;
const MOST = 1000;
const HOLDER = /<([A-Za-z_][\w.:-]{0,60})(?:\s[^<>]{0,500})?>\s{0,100}$/;
const ITEM_END = /<\/(?:[\w-]{1,40}:)?(?:item|entry)\s{0,9}>/i;

/** Whether one section runs over the start of another, which none that is closed does. */
export function isOverrun(bytes: Buffer, start: number, end: number): boolean {
  const next = bytes.indexOf(START, start + START.length, 'latin1');
  return next !== -1 && next < end;
}

/** Closes sections that were never closed at the end of the element that holds them, so that they cost no item but their own. */
export function closeCdata(text: string): string {
  let mended = '';
  let from = 0;
  let end = -2;
  let tries = 0;
  for (let at = text.indexOf(START); at !== -1 && tries < MOST;) {
    if (end !== -1 && end < at) end = text.indexOf(END, at + START.length);
    const next = text.indexOf(START, at + START.length);
    const limit = end === -1 ? (next === -1 ? text.length : next) : next;
    if (end === -1 || (next !== -1 && next < end)) {
      tries++;
      const name = HOLDER.exec(text.slice(Math.max(0, at - 700), at))?.[1];
      const body = text.slice(at, Math.min(limit, at + REACH));
      const close = name === undefined ? -1 : body.indexOf(`</${name}`);
      if (close !== -1 && ITEM_END.test(body.slice(close))) {
        mended += text.slice(from, at + close) + END;
        from = at + close;
      }
    }
    at = next;
  }
  return from === 0 ? text : mended + text.slice(from);
}
