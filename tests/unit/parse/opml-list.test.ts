import { expect, test } from 'vitest';
import { opmlEntries } from '../../../electron/core/parse/opml-entries.ts';
import { listOpml } from '../../../electron/core/parse/opml-list.ts';
import { parseOpml } from '../../../electron/core/parse/parse-opml.ts';

const opml = (body: string, attributes = ''): string => `<opml ${attributes}><body>${body}</body></opml>`;
const source = (title: string, more = ''): string => `<outline text="${title}" xmlUrl="https://${title}.example/rss" ${more}/>`;

/** Every line by its title, with the number of its folder. */
function lines(text: string): string[] {
  return [...opmlEntries(listOpml(text))].map(({ title, parent, isFolder, isSource }) => `${parent ?? '-'} ${title}${isFolder ? '/' : ''}${isSource ? ' +' : ''}`);
}

test('the lines of a list say which folder holds them, also where a source is one', () => {
  expect(lines(opml(`<outline text="A"><outline text="B" xmlUrl="https://b.example/">${source('c')}</outline>${source('d')}</outline><outline><outline text="E"/></outline>${source('f')}`))).toEqual([
    '- A/', '0 B/ +', '1 c +', '0 d +', '- E/', '- f +',
  ]);
});

test('categories are folders in a list that has none, and only there', () => {
  expect(lines(opml(source('a', 'category="/x/y,/z"') + source('b', 'category="x"') + source('c', 'category="//"')))).toEqual(['- x/', '0 y/', '1 a +', '0 b +', '- c +']);
  expect(lines(opml(`${source('a', 'category="/x"')}<outline text="F">${source('b')}</outline>`))).toEqual(['- a +', '- F/', '0 b +']);
});

test('a long list comes in many pieces, and is counted', () => {
  const text = opml(Array.from({ length: 3000 }, (_, at) => source(`s${at}`, `description="${'x'.repeat(200)}"`)).join(''));
  const list = listOpml(text);
  expect(list.sources).toBe(3000);
  expect(list.pieces.length).toBeGreaterThan(10);
  expect(Math.max(...list.pieces.map((piece) => piece.length))).toBeLessThan(100_000);
  expect([...opmlEntries(list)].map(({ title }) => title)).toEqual(parseOpml(text).outlines.map(({ title }) => title));
});

test('a short file whose namespaces make a very long list is refused', () => {
  const names = Array.from({ length: 16 }, (_, at) => `p${at}`);
  const declared = names.map((name) => `xmlns:${name}="https://${'x'.repeat(1000)}"`).join(' ');
  expect(() => listOpml(opml(source('a', names.map((name) => `${name}:a=""`).join(' ')).repeat(5000), declared))).toThrow(expect.objectContaining({ code: 'opml-too-large' }) as Error);
});
