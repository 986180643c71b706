import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspectImage } from '../../../electron/core/image/inspect-image.ts';
import { imageType } from '../../../electron/core/image/image-type.ts';
import { avif, bmp, gif, ico, jpeg, jpegDecoy, png, svg, turned, webp } from './made-images.ts';

const sizeOf = (bytes: Buffer) => {
  const seen = inspectImage(bytes);
  return seen.kind === 'image' ? [seen.facts.type, seen.facts.width, seen.facts.height] : [seen.code];
};

describe('an image is known by its bytes, and its size by its header', () => {
  test.each([
    ['image/png', png(1200, 675)],
    ['image/jpeg', jpeg(1200, 675)],
    ['image/jpeg', jpeg(675, 1200, turned(6))],
    ['image/gif', gif(1200, 675)],
    ['image/webp', webp(1200, 675)],
    ['image/avif', avif(1200, 675)],
    ['image/avif', avif(1200, 675, { brands: 'mif1miafavif' })],
    ['image/bmp', bmp(1200, -675)],
    ['image/svg+xml', svg('', 'viewBox="0 0 1200 675"')],
    ['image/svg+xml', svg('', 'width="1200px" height="675"')],
  ])('%s', (type, bytes) => {
    expect(sizeOf(bytes)).toEqual([type, 1200, 675]);
    // The doors must know it again.
    expect(imageType(bytes)).toBe(type);
  });

  test.each([
    ['bitmaps alone', [{ kind: 'bmp', side: 16 }, { kind: 'bmp', side: 48 }, { kind: 'bmp', side: 32 }], 48],
    ['a PNG of 256, which a byte cannot say', [{ kind: 'bmp', side: 32 }, { kind: 'png', side: 256, says: 0 }], 256],
    ['an image that is larger than the directory says', [{ kind: 'png', side: 300, says: 16 }], 300],
  ] as const)('an icon file is as large as the largest image in it: %s', (_, images, side) => {
    expect(sizeOf(ico(images))).toEqual(['image/x-icon', side, side]);
    expect(imageType(ico(images))).toBe('image/x-icon');
  });

  test('an SVG may be of no size', () => expect(sizeOf(svg('', 'width="100%"'))).toEqual(['image/svg+xml', null, null]));

  test('the hash is of the bytes', () => {
    const bytes = png(3, 4);
    expect(inspectImage(bytes)).toMatchObject({ facts: { hash: createHash('sha256').update(bytes).digest('hex') } });
  });
});

describe('what is no image by its bytes', () => {
  test.each([
    ['a page', Buffer.from('<!doctype html><title>Sign in</title><svg></svg>')],
    ['words', Buffer.from('BMW announces a recycling plant for rotors')],
    ['nothing', Buffer.alloc(0)],
    ['a header cut off', png(10, 10).subarray(0, 14)],
    ['a JPEG without a frame', jpeg(10, 10).subarray(0, 22)],
    ['a size of nothing', png(0, 10)],
    ['a page with an SVG in it', Buffer.from('<?xml version="1.0"?><html><svg xmlns="http://www.w3.org/2000/svg"/></html>')],
    ['an SVG with entities that unfold', Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>')],
    ['an icon file that ends within its only image', ico([{ kind: 'png', side: 16 }]).subarray(0, 50)],
    ['an icon file of something else', Buffer.concat([ico([{ kind: 'png', side: 16 }]).subarray(0, 22), Buffer.alloc(80, 7)])],
    ['a cursor', Buffer.concat([Buffer.from([0, 0, 2, 0]), ico([{ kind: 'png', side: 16 }]).subarray(4)])],
    ['an SVG in UTF-16', Buffer.from('\uFEFF<svg/>', 'utf16le')],
  ])('%s', (_, bytes) => expect(inspectImage(bytes)).toMatchObject({ kind: 'failed', code: 'not-an-image' }));
});

describe('an image that would take too much memory is refused before anything decodes it', () => {
  const large = { kind: 'failed', code: 'image-too-large' };
  test.each([
    ['PNG', png(60_000, 60_000)],
    ['a long PNG', png(40_000, 2)],
    ['JPEG', jpeg(60_000, 60_000)],
    ['WebP', webp(16_384, 16_383)],
    ['GIF', gif(60_000, 60_000)],
    ['BMP', bmp(60_000, 60_000)],
    ['an icon file', ico([{ kind: 'bmp', side: 16 }, { kind: 'png', side: 60_000, says: 32 }])],
    ['AVIF', avif(60_000, 60_000)],
    ['SVG', svg('', 'width="60000" height="60000"')],
    ['a GIF whose first frame is larger than its screen', gif(10, 10, { width: 60_000, height: 60_000 })],
    ['an AVIF that says it is cropped', avif(60_000, 60_000, { crop: 59_000 })],
    ['a JPEG with a small frame where no decoder looks', jpeg(60_000, 60_000, jpegDecoy(10, 10))],
  ])('%s', (_, bytes) => expect(inspectImage(bytes)).toMatchObject(large));

  test('says how large', () => expect(inspectImage(png(60_000, 60_000))).toMatchObject({ detail: { width: 60_000, height: 60_000 } }));
  test('a photograph of 50 megapixels is none', () => expect(sizeOf(jpeg(8660, 5773))).toEqual(['image/jpeg', 8660, 5773]));
});

const uses = (levels: number, of: number): string => Array.from({ length: levels }, (_, n) => `<g id="g${n + 1}">${`<use href="#g${n}"/>`.repeat(of)}</g>`).join('');

describe('an SVG that would keep the window busy is refused', () => {
  test.each([
    ['an attribute list', svg('<!ATTLIST rect width CDATA "9">')],
    ['uses of uses', svg(`<rect id="g0" width="1" height="1"/>${uses(9, 10)}`)],
    ['patterns of patterns', svg(`<pattern id="p0"><rect/></pattern>${Array.from({ length: 9 }, (_, n) => `<pattern id="p${n + 1}">${`<rect fill="url(#p${n})"/>`.repeat(10)}</pattern>`).join('')}`)],
    ['a circle of uses', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')],
    ['depth', svg('<g>'.repeat(5000) + '</g>'.repeat(5000))],
    ['a megabyte of depth, which took its reader minutes', svg('<g>'.repeat(300_000))],
    ['many elements', svg('<rect/>'.repeat(30_000))],
    ['megabytes', svg(' '.repeat(1_100_000))],
  ])('%s', (_, bytes) => expect(inspectImage(bytes)).toMatchObject({ kind: 'failed', code: 'image-too-complex' }));

  test('a drawing that uses a shape a hundred times is none', () => expect(sizeOf(svg(`<rect id="g0"/>${uses(1, 100)}`))).toEqual(['image/svg+xml', 320, 200]));
});
