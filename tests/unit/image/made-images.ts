/** Images as their headers begin. Nothing of them can be decoded, and nothing here has to. */
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

function numbers(write: (buffer: Buffer) => void, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  write(buffer);
  return buffer;
}

export function png(width: number, height: number, filling = 0): Buffer {
  const size = numbers((b) => void (b.writeUInt32BE(width), b.writeUInt32BE(height, 4)), 8);
  return Buffer.concat([ascii('\x89PNG\r\n\x1a\n'), Buffer.from([0, 0, 0, 13]), ascii('IHDR'), size, Buffer.alloc(40, filling)]);
}

function segment(marker: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker]), numbers((b) => void b.writeUInt16BE(body.length + 2), 2), body]);
}

const frame = (width: number, height: number): Buffer => segment(0xc0, Buffer.concat([Buffer.from([8]), numbers((b) => void (b.writeUInt16BE(height), b.writeUInt16BE(width, 2)), 4), Buffer.from([1, 1, 0x11, 0])]));
const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3]);

export function jpeg(width: number, height: number, before: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')), before, frame(width, height), scan]);
}

/** A frame of its own size in a comment, where no decoder looks for it, after fill bytes, which every decoder passes over. */
export const jpegDecoy = (width: number, height: number): Buffer => Buffer.concat([Buffer.from([0xff, 0xff, 0xff]), segment(0xfe, Buffer.concat([Buffer.from([0, 4, 0xff]), frame(width, height), frame(width, height)]))]);

/** Exif that says how the image is to be turned. */
export function turned(orientation: number): Buffer {
  const tiff = Buffer.concat([ascii('MM\0*'), Buffer.from([0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])]);
  return segment(0xe1, Buffer.concat([ascii('Exif\0\0'), tiff]));
}

const sizes = (width: number, height: number): Buffer => numbers((b) => void (b.writeUInt16LE(width), b.writeUInt16LE(height, 2)), 4);

export function gif(width: number, height: number, first: { readonly width: number; readonly height: number } = { width, height }): Buffer {
  return Buffer.concat([
    ascii('GIF89a'), sizes(width, height), Buffer.from([0x80, 0, 0]), Buffer.alloc(6), Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]),
    Buffer.from([0x2c, 0, 0, 0, 0]), sizes(first.width, first.height), Buffer.from([0, 2, 2, 0x44, 1, 0, 0x3b]),
  ]);
}

export function webp(width: number, height: number): Buffer {
  const size = numbers((b) => void (b.writeUIntLE(width - 1, 4, 3), b.writeUIntLE(height - 1, 7, 3)), 10);
  return Buffer.concat([ascii('RIFF'), Buffer.from([40, 0, 0, 0]), ascii('WEBPVP8X'), Buffer.from([10, 0, 0, 0]), size, Buffer.alloc(20)]);
}

export function bmp(width: number, height: number): Buffer {
  return numbers((b) => {
    b.write('BM', 'latin1');
    b.writeUInt32LE(54, 10);
    b.writeUInt32LE(40, 14);
    b.writeInt32LE(width, 18);
    b.writeInt32LE(height, 22);
  }, 60);
}

function box(type: string, ...body: Buffer[]): Buffer {
  const all = Buffer.concat(body);
  return Buffer.concat([numbers((b) => void b.writeUInt32BE(all.length + 8), 4), ascii(type), all]);
}

export function avif(width: number, height: number, { crop, brands = 'avifmif1' }: { crop?: number; brands?: string } = {}): Buffer {
  const extent = box('ispe', Buffer.alloc(4), numbers((b) => void (b.writeUInt32BE(width), b.writeUInt32BE(height, 4)), 8));
  const clap = crop === undefined ? Buffer.alloc(0) : box('clap', numbers((b) => void b.writeUInt32BE(crop, 4), 32));
  return Buffer.concat([box('ftyp', ascii(brands.slice(0, 4)), Buffer.alloc(4), ascii(brands)), box('meta', Buffer.alloc(4), box('iprp', box('ipco', extent, clap)))]);
}

export const svg = (inner = '<rect width="9" height="9"/>', attributes = 'width="320" height="200"'): Buffer => Buffer.from(`<?xml version="1.0"?>\n<!-- drawn > by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);

/** An icon file of some images, a PNG or a bitmap each; `says` is what its directory says of their sides. */
export function ico(images: readonly { readonly kind: 'png' | 'bmp'; readonly side: number; readonly says?: number }[]): Buffer {
  let at = 6 + images.length * 16;
  const bodies = images.map(({ kind, side }) => (kind === 'png' ? png(side, side) : numbers((b) => void (b.writeUInt32LE(40), b.writeInt32LE(side, 4), b.writeInt32LE(side * 2, 8)), 80)));
  const entries = images.map(({ side, says = side }, index) => {
    const entry = numbers((b) => void (b.set([says, says]), b.writeUInt32LE(bodies[index]?.length ?? 0, 8), b.writeUInt32LE(at, 12)), 16);
    at += bodies[index]?.length ?? 0;
    return entry;
  });
  return Buffer.concat([Buffer.from([0, 0, 1, 0, images.length, 0]), ...entries, ...bodies]);
}
