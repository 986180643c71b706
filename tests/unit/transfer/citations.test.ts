import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';
import { expect, test } from 'vitest';
import { exported, fullArticle, temporaryFolder } from './articles.ts';

const article = () => fullArticle(temporaryFolder());
/** Every citation has these, in whichever format a parser of others reads it. */
const TITLE = 'Dysprosium "up" 4 % & {rising}: 镝价 _again_ #1 \\ <b>';
const URL = 'https://metals.example/a?x=1&y=%7B2%7D';

test('RIS is read by a parser that is not ours, with title, people, outlet, dates, tags and notes', async () => {
  const text = (await exported('ris', [article(), { ...article(), url: null, publishedAt: null }])).bytes.toString();
  const { data } = new Cite(text);
  expect(data).toHaveLength(2);
  expect(data[0]).toMatchObject({
    type: 'article-newspaper', title: TITLE, 'container-title': 'Oxide & Alloy', URL, language: 'en',
    issued: { 'date-parts': [[2026]] }, accessed: { 'date-parts': [[2026, 11, 23]] },
  });
  expect(text).toContain('\r\nDA  - 2026/11/23\r\n');
  expect(JSON.stringify(data[0])).toContain('重稀土');
  expect(JSON.stringify(data[0])).toContain('Second paragraph');
  // RIS calls the author of a newspaper article its reporter.
  expect(data[0]?.reporter).toEqual(['Lin Wei', 'Ana {Sørensen}']);
  expect(data[1]?.URL).toBeUndefined();
});

test('BibTeX is read by two parsers that are not ours, however odd the title', async () => {
  const text = (await exported('bibtex', [article(), article()])).bytes.toString();
  const { entries, errors } = parse(text);
  expect(errors).toEqual([]);
  expect(entries.map(({ key }) => key)).toEqual(['wei2026dysprosium', 'wei2026dysprosium-2']);
  const { fields } = entries[0] ?? {};
  expect(fields).toMatchObject({ url: URL, urldate: '2026-11-23', date: '2026-11-23', howpublished: 'Oxide & Alloy', year: '2026', keywords: ['prices', '重稀土'] });
  expect(String(fields?.title).replaceAll(/<\/?span[^>]*>/g, '')).toBe(TITLE);
  expect(fields?.author).toEqual([{ name: 'Lin Wei' }, { name: 'Ana {Sørensen}' }]);
  const cite = new Cite(text);
  expect(cite.data[0]).toMatchObject({ title: TITLE, URL, accessed: { 'date-parts': [[2026, 11, 23]] } });
});

test('CSL-JSON is known as such by a program that is not ours, and taken in whole', async () => {
  const items = JSON.parse((await exported('csl-json', [article(), article()])).bytes.toString()) as Record<string, unknown>[];
  expect(plugins.input.type(items)).toBe('@csl/list+object');
  expect(items[0]).toMatchObject({ id: 'wei2026dysprosium', title: TITLE, URL, 'container-title': 'Oxide & Alloy', author: [{ literal: 'Lin Wei' }, { literal: 'Ana {Sørensen}' }], issued: { 'date-parts': [[2026, 11, 23]] } });
  const { data } = new Cite(items);
  expect(data).toMatchObject(items);
});

test('an article that says little makes a record all the same', async () => {
  const bare = fullArticle(temporaryFolder(), { authors: [], outlet: '', url: null, publishedAt: null, lang: null, tags: [], note: '', highlights: [], summary: '', title: '镝' });
  expect(new Cite((await exported('ris', [bare])).bytes.toString()).data).toHaveLength(1);
  expect(parse((await exported('bibtex', [bare])).bytes.toString()).entries).toMatchObject([{ key: 'article', fields: { title: '镝' } }]);
});

const AUTHORS = ['Anna-Lena Kowalski', 'Ludwig van der Berg', 'John Q. Public Jr.', "Sørensen, Ana María", 'Reuters Staff', 'U.S. Geological Survey', 'Oxide & Alloy', '林薇', 'Lin Wei', 'Xinhua', 'Acme Metals, Inc.'];
const PEOPLE = [
  { family: 'Kowalski', given: 'Anna-Lena' },
  { family: 'Berg', given: 'Ludwig', 'non-dropping-particle': 'van der' },
  { family: 'Public', given: 'John Q.', suffix: 'Jr.' },
  { family: 'Sørensen', given: 'Ana María' },
];
const WHOLE = ['Reuters Staff', 'U.S. Geological Survey', 'Oxide & Alloy', '林薇', 'Lin Wei', 'Xinhua', 'Acme Metals, Inc.'];

test('a person’s name in Latin letters is given in parts, that of an office, a Chinese one and one that may begin with the family’s whole', async () => {
  const one = { ...article(), authors: AUTHORS };
  const csl = JSON.parse((await exported('csl-json', [one])).bytes.toString()) as { author: unknown }[];
  expect(csl[0]?.author).toEqual([...PEOPLE, ...WHOLE.map((literal) => ({ literal }))]);
  expect(new Cite(csl).data[0]).toMatchObject({ author: csl[0]?.author });

  const { entries, errors } = parse((await exported('bibtex', [one])).bytes.toString());
  expect(errors).toEqual([]);
  expect(entries[0]?.key).toBe('kowalski2026dysprosium');
  expect(entries[0]?.fields.author).toEqual([
    { lastName: 'Kowalski', firstName: 'Anna-Lena' },
    { lastName: 'Berg', firstName: 'Ludwig', prefix: 'van der' },
    { lastName: 'Public', firstName: 'John Q.', suffix: 'Jr.' },
    { lastName: 'Sørensen', firstName: 'Ana María' },
    ...WHOLE.map((name) => ({ name })),
  ].map((person) => expect.objectContaining(person)));

  // That parser leaves the reporters of a newspaper as they are written, and parts the authors of all else.
  const ris = (await exported('ris', [one])).bytes.toString().replace('TY  - NEWS', 'TY  - ELEC');
  expect(new Cite(ris).data[0]?.author).toEqual([
    { family: 'Kowalski', given: 'Anna-Lena' },
    { family: 'van der Berg', given: 'Ludwig' },
    { family: 'Public', given: 'John Q.', suffix: 'Jr.' },
    { family: 'Sørensen', given: 'Ana María' },
    // Of one word, that parser makes a family's name.
    ...WHOLE.map((name) => (name.includes(' ') ? { literal: name.replace(',', '') } : { family: name })),
  ]);
});

test('in an article of a language that puts the family’s name first, no name in Latin letters is parted', async () => {
  const csl = JSON.parse((await exported('csl-json', [{ ...article(), authors: ['Maria Keller'], lang: 'zh-CN' }])).bytes.toString()) as { author: unknown }[];
  expect(csl[0]?.author).toEqual([{ literal: 'Maria Keller' }]);
});
