import { describe, expect, it } from 'vitest';
import { pageIcons } from '../../../electron/core/parse/page-icons.ts';
import { atom, feedOf, rss } from './parse.ts';

const PAGE = 'https://metals.example/news/';
const icons = (head: string, rest = '<body></body>'): readonly string[] => pageIcons(`<!doctype html><html><head>${head}</head>${rest}</html>`, PAGE).map((url) => url.replace('https://metals.example', ''));

describe('what a page names as its icon', () => {
  it.each([
    ['the smallest that is not blurred', '<link rel="icon" sizes="16x16" href="/16.png"><link rel="icon" sizes="192x192" href="/192.png"><link rel="icon" sizes="48x48" href="/48.png">', ['/48.png', '/16.png', '/192.png']],
    ['what is as large as is wanted before what is larger', '<link rel="icon" sizes="64x64" href="/64.png"><link rel="icon" sizes="32x32" href="/32.png">', ['/32.png', '/64.png']],
    ['by the best of several sizes', '<link rel="icon" sizes="16x16 32x32 48x48" href="/all.ico"><link rel="icon" sizes="40x40" href="/40.png">', ['/all.ico', '/40.png']],
    ['a drawing is of any size', '<link rel="icon" sizes="48x48" href="/48.png"><link rel="icon" type="image/svg+xml" href="/mark">', ['/mark', '/48.png']],
    ['one that says no size, before one that is made for home screens', '<link rel="apple-touch-icon" href="/touch.png"><link rel="shortcut icon" href="/usual.png">', ['/usual.png', '/touch.png']],
    ['one for home screens where there is no other', '<link rel="apple-touch-icon-precomposed" sizes="120x120" href="/touch.png">', ['/touch.png']],
    ['of equals the last, as browsers do', '<link rel="icon" href="/one.png"><link rel="icon" href="/two.png">', ['/two.png', '/one.png']],
    ['each once, three at most', '<link rel="icon" href="/a.ico"><link rel="icon" href="/a.ico#x"><link rel="icon" href="/b.ico"><link rel="icon" href="/c.ico"><link rel="icon" href="/d.ico">', ['/d.ico', '/c.ico', '/b.ico']],
    ['not one for a dark bar', '<link rel="icon" href="/light.svg"><link rel="icon" media="(prefers-color-scheme: dark)" href="/dark.svg">', ['/light.svg']],
    ['no stencil, no manifest, no feed', '<link rel="mask-icon" href="/stencil.svg"><link rel="manifest" href="/m"><link rel="alternate" type="image/png" href="/f">', []],
    ['nothing but addresses of the web', '<link rel="icon" href=""><link rel="icon" href="javascript:1"><link rel="icon" href="file:///x.png">', []],
  ])('%s', (_, head, expected) => expect(icons(head)).toEqual(expected));

  it('goes by the base of the page, and by its address', () => {
    expect(icons('<link rel="ICON" href="mark.png">')).toEqual(['/news/mark.png']);
    expect(pageIcons('<base href="//cdn.example/a/"><link rel="icon" href="mark.png">', PAGE)).toEqual(['https://cdn.example/a/mark.png']);
  });

  it('takes one that the page carries itself, unless it is long', () => {
    const data = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(icons(`<link rel="icon" href='${data}'>`)).toEqual([data]);
    expect(icons(`<link rel="icon" href='${data}${'x'.repeat(70_000)}'>`)).toEqual([]);
  });

  it('does not look for one in the text', () => expect(icons('', '<body><link rel="icon" href="/of-a-comment.png"></body>')).toEqual([]));

  it('comes to an end with any page', () => {
    expect(pageIcons('<i>'.repeat(1_000_000), PAGE)).toEqual([]);
    expect(pageIcons('<link rel="icon" href="/a.png" sizes="' + '1x1 '.repeat(100_000), PAGE)).toEqual([]);
  });
});

describe('what a feed names as its icon', () => {
  it.each([
    ['Atom, apart from its logo', atom('', '<title>F</title><logo>/wide.png</logo><icon>/icon.png</icon>'), 'https://example.org/icon.png', 'https://example.org/wide.png'],
    ['RSS has a picture alone', rss('', '<title>F</title><image><url>https://example.org/picture.png</url></image>'), null, 'https://example.org/picture.png'],
    ['JSON Feed, apart from its large one', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'F', icon: '/512.png', favicon: '/64.png', items: [] }), 'https://example.org/64.png', 'https://example.org/512.png'],
  ])('%s', async (_, text, icon, image) => expect(await feedOf(text)).toMatchObject({ icon, image }));
});
