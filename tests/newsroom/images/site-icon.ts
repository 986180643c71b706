import { escape } from '../escape.ts';
import type { Outlet } from '../outlet.ts';
import type { Content } from '../server/respond.ts';
import { encodePng } from './png.ts';

/** Whether a point of the unit square belongs to the mark: a diamond in a square. */
function isMark(x: number, y: number): boolean {
  return Math.abs(x - 0.5) + Math.abs(y - 0.5) < 0.34;
}

function colourOf({ accent }: Outlet): number {
  return Number.parseInt(accent.slice(1), 16);
}

function mark(outlet: Outlet, side: number): Buffer {
  const pixels = Uint8Array.from({ length: side * side }, (_, at) => (isMark(((at % side) + 0.5) / side, (Math.floor(at / side) + 0.5) / side) ? 1 : 0));
  return encodePng({ width: side, height: side, pixels, palette: [colourOf(outlet), 0xff_ff_ff] });
}

/** As in an icon file: a header, rows from below with blue first, and a mask that hides nothing. */
function bitmap(outlet: Outlet, side: number): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(side, 4);
  header.writeInt32LE(side * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const colours = Buffer.alloc(side * side * 4, 0xff);
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [((at % side) + 0.5) / side, 1 - (Math.floor(at / side) + 0.5) / side];
    if (!isMark(x, y)) colours.writeUIntLE(colourOf(outlet), at * 4, 3);
  }
  return Buffer.concat([header, colours, Buffer.alloc(Math.ceil(side / 32) * 4 * side)]);
}

/** An icon file with a bitmap of 16 and a PNG of 32 pixels, as many sites have it. */
export function ico(outlet: Outlet): Buffer {
  const images = [{ side: 16, bytes: bitmap(outlet, 16) }, { side: 32, bytes: mark(outlet, 32) }];
  const head = Buffer.from([0, 0, 1, 0, images.length, 0]);
  let at = head.length + images.length * 16;
  const entries = images.map(({ side, bytes }) => {
    const entry = Buffer.alloc(16);
    entry.set([side, side, 0, 0, 1, 0, 32, 0]);
    entry.writeUInt32LE(bytes.length, 8);
    entry.writeUInt32LE(at, 12);
    at += bytes.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...images.map(({ bytes }) => bytes)]);
}

function svg(body: string): Content {
  return { type: 'image/svg+xml', body: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${body}</svg>`) };
}

/** What the head of each page says of icons. */
export function iconLinks({ icon }: Outlet): string {
  if (icon === 'png') return '<link rel="apple-touch-icon" href="/images/touch.png">\n<link rel="icon" sizes="16x16" href="/images/mark-16.png">\n<link rel="icon" sizes="32x32" href="/images/mark-32.png">';
  if (icon === 'broken') return '<link rel="shortcut icon" href="/images/lost.png">';
  return icon === 'svg' || icon === 'bare' || icon === 'hostile' ? '<link rel="icon" href="/favicon.svg" type="image/svg+xml">' : '';
}

/** The path of the icon that the feed names, or null. */
export function feedIconPath({ icon }: Outlet): string | null {
  return icon === 'feed' ? '/images/mark-64.png' : null;
}

/** An icon of the outlet by its path, or null. */
export function siteIcon(outlet: Outlet, path: string): Content | null {
  const { icon, title, accent } = outlet;
  const letter = escape(title.slice(0, 1));
  const side = /^\/images\/mark-(16|32|64)\.png$/.exec(path)?.[1];
  if (side !== undefined && (icon === 'png' || icon === 'feed')) return { type: 'image/png', body: mark(outlet, Number(side)) };
  if (path === '/images/touch.png' && icon === 'png') return { type: 'image/png', body: mark(outlet, 180) };
  // Sent as an image all the same, as servers do with their own pages for what is not there.
  if (path === '/images/lost.png' && icon === 'broken') return { type: 'image/png', body: Buffer.from('<!doctype html><title>Not found</title>') };
  if (path === '/favicon.ico' && icon === 'ico') return { type: 'image/vnd.microsoft.icon', body: ico(outlet) };
  if (path !== '/favicon.svg') return null;
  if (icon === 'svg') return svg(`<rect width="32" height="32" rx="5" fill="${accent}"/><text x="16" y="23" font-size="20" text-anchor="middle" fill="#fff">${letter}</text>`);
  if (icon === 'bare') return svg('<path d="M4 28V4l24 24V4" fill="none" stroke="#000" stroke-width="5"/>');
  return icon === 'hostile' ? svg(`<script>top.${letter} = document.cookie</script><rect width="32" height="32" fill="${accent}" onload="top.location = '/track/loaded'"/><image href="/track/pixel.gif?icon" width="1" height="1"/>`) : null;
}
