import { expect, test } from 'vitest';
import { lensCases } from '../../bench/lens/cases.ts';
import { f1Of, isSubjectRight, scoreCase, talliesOf } from '../../bench/lens/score.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';
import { linesOfHtml } from '../../../electron/core/lens/table/lines-of-html.ts';

const cases = lensCases('tests/fixtures/lens');

/** Whole pages whose labels name more than the others' do. */
const isStrict = ({ name }: { readonly name: string }): boolean => /^unseen-[gh]-/.test(name);
/** Those of the same hand that the lens was mended for by kinds of sentences, not one by one. */
const isLate = ({ name }: { readonly name: string }): boolean => /^unseen-[ijk]-/.test(name);
/** The newest, whose subjects are mostly as they were at first sight. */
const isNewest = ({ name }: { readonly name: string }): boolean => /^unseen-[lmnop]-/.test(name);
/** Read for numbers and units; their subjects mostly as they were at first sight. */
const isLast = ({ name }: { readonly name: string }): boolean => /^unseen-[qrs]-/.test(name);

test.each([
  ['the labelled texts are', cases.filter((one) => !isStrict(one) && !isLate(one) && !isNewest(one) && !isLast(one)), { texts: 150, value: 0.99, subject: 0.96, qualifier: 0.98, taken: 0.03 }],
  ['pages of a stricter hand are', cases.filter(isStrict), { texts: 40, value: 0.985, subject: 0.86, qualifier: 0.93, taken: 0.03 }],
  ['the last pages of that hand are', cases.filter(isLate), { texts: 24, value: 0.978, subject: 0.795, qualifier: 0.9, taken: 0.1 }],
  ['the newest pages are', cases.filter(isNewest), { texts: 49, value: 0.98, subject: 0.78, qualifier: 0.915, taken: 0.05 }],
  ['the last pages are', cases.filter(isLast), { texts: 26, value: 0.975, subject: 0.66, qualifier: 0.93, taken: 0.07 }],
] as const)('%s read as well as they have been', (_, some, least) => {
  const { tallies, nots, taken } = talliesOf(some.map((one) => scoreCase(one, readLens({ title: one.title, text: one.text, publishedAt: one.publishedAt }).figures)));
  const f1 = (name: string): number => f1Of(tallies.get(name) ?? { right: 0, wrong: 1, missed: 1 });
  expect(some.length).toBeGreaterThanOrEqual(least.texts);
  expect(f1('value + unit')).toBeGreaterThan(least.value);
  expect(f1('with subject')).toBeGreaterThan(least.subject);
  expect(f1('qualifier')).toBeGreaterThan(least.qualifier);
  expect(taken / nots).toBeLessThan(least.taken);
});

test('every label stands in its text', () => {
  const strays = cases.filter(({ name }) => !name.startsWith('html')).flatMap(({ name, labels }) => labels.filter(({ place }) => place === null).map(({ printed }) => `${name}: ${printed}`));
  expect(strays).toEqual([]);
});

test('a bench that finds nothing, or everything anywhere, gives no points', () => {
  const { tallies } = talliesOf(cases.map((one) => scoreCase(one, [])));
  expect(f1Of(tallies.get('value + unit') ?? { right: 1, wrong: 0, missed: 0 })).toBe(0);
  expect(isSubjectRight('output value', 'the weather in Baotou')).toBe(false);
  expect(isSubjectRight('output', 'output of every thing that was ever made')).toBe(false);
  expect(isSubjectRight('氧化镝', '氧化镝均价')).toBe(true);
});

test('HTML is read by its lines and cells', () => {
  expect(linesOfHtml('<p>A<sup>3</sup> rose&nbsp;5%.</p><table><tr><th>Oxide</th><td>5 &amp; 6</td></tr></table>')).toBe('A[3] rose 5%.\nOxide\t5 & 6');
});
