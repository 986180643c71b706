import { expect, test } from 'vitest';
import { imageType } from '../../../electron/core/image/image-type.ts';

const of = (...parts: (string | number[])[]): string | null =>
  imageType(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))));

/** What follows a signature in any image that there is. */
const REST = Array.from({ length: 16 }, () => 0);

test('each raster format is known by its first bytes', () => {
  expect(of([0x89], 'PNG\r\n\x1a\n', REST)).toBe('image/png');
  expect(of([0xff, 0xd8, 0xff, 0xe0], REST)).toBe('image/jpeg');
  expect(of('GIF89a', REST)).toBe('image/gif');
  expect(of('GIF87a', REST)).toBe('image/gif');
  expect(of('RIFF', [1, 2, 3, 4], 'WEBPVP8 ', REST)).toBe('image/webp');
  expect(of([0, 0, 0, 28], 'ftypavif', [0, 0, 0, 0], REST)).toBe('image/avif');
  expect(of([0, 0, 0, 28], 'ftypmif1', [0, 0, 0, 0], 'mif1avif', REST)).toBe('image/avif');
  expect(of('BM', [0x46, 0, 0, 0], [0, 0, 0, 0], [0x36, 0, 0, 0], [40, 0, 0, 0], REST)).toBe('image/bmp');
});

test('an SVG is known by its first element, whatever comes before it', () => {
  expect(of('<svg xmlns="http://www.w3.org/2000/svg">')).toBe('image/svg+xml');
  expect(of('\xEF\xBB\xBF<?xml version="1.0"?>\n<!-- a > b --><!DOCTYPE svg PUBLIC "x" "y">\n<svg/>')).toBe('image/svg+xml');
  expect(of('<!-- <svg> --><html>')).toBeNull();
  expect(of('<!-- '.repeat(2000))).toBeNull();
});

test('what only looks like one is none', () => {
  expect(of('')).toBeNull();
  expect(of('<!doctype html>')).toBeNull();
  expect(of('BMW announces a recycling plant')).toBeNull();
  expect(of('RIFF', [1, 2, 3, 4], 'WAVE')).toBeNull();
  expect(of([0, 0, 0, 28], 'ftypisom', [0, 0, 0, 0])).toBeNull();
  expect(of('GIF90a')).toBeNull();
});
