/** A page that sends its reader on holds little else. */
const LONGEST = 8000;
const BY_SCRIPT = /\blocation(?:\.href)?\s{0,9}=\s{0,9}["']([^"'\s]{1,2000})["']|\blocation\.(?:replace|assign)\(\s{0,9}["']([^"'\s]{1,2000})["']/;
const FRAME = /<frame\s[^>]{0,500}?\bsrc\s{0,9}=\s{0,9}["']?([^"'\s>]{1,2000})[^>]{0,500}>/gi;
const MAIN = /main|content|body|home|index/i;

/** Where a page that has no link of its own sends its reader by script or by frames, as it writes it, or null. */
export function sentOnTo(html: string): string | null {
  if (html.length > LONGEST) return null;
  const frames = [...html.matchAll(FRAME)];
  const frame = frames.find(([written]) => MAIN.test(written)) ?? frames.at(-1);
  if (frame) return frame[1] ?? null;
  const [, set, called] = (html.includes('<script') || html.includes('<SCRIPT') ? BY_SCRIPT.exec(html) : null) ?? [];
  return set ?? called ?? null;
}
