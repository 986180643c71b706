import { expect, test } from 'vitest';
import type { Span } from '../../../../electron/contract/search/match-text.ts';
import { shownSnippet } from '../../../../renderer/search/shown-snippet.ts';

function lit(text: string, words: readonly string[]): { text: string; spans: Span[] } {
  return { text, spans: words.map((word): Span => [text.indexOf(word), text.indexOf(word) + word.length]) };
}

function litWords({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }): string[] {
  return spans.map(([from, to]) => text.slice(from, to));
}

test('a passage is cut between words so that its first lit word is in sight', () => {
  const shown = shownSnippet(lit('The sum of it: grades that must bear heat hold more dysprosium, and the more it rises', ['dysprosium', 'rises']));
  expect(shown.text).toBe('…bear heat hold more dysprosium, and the more it rises');
  expect(litWords(shown)).toEqual(['dysprosium', 'rises']);
});

test('one of characters is cut anywhere, at half the number', () => {
  const shown = shownSnippet(lit('据商务部门统计今年前十个月共受理重稀土出口许可申请一千二百六十件', ['出口许可']));
  expect(shown.text).toBe('…年前十个月共受理重稀土出口许可申请一千二百六十件');
  expect(litWords(shown)).toEqual(['出口许可']);
});

test('one that begins near enough stays whole', () => {
  const passage = lit('镝价七连涨', ['镝']);
  expect(shownSnippet(passage)).toEqual(passage);
  const short = lit('both are what dysprosium is for', ['dysprosium']);
  expect(shownSnippet(short).text).toBe(short.text);
});

test('no half of a pair is left', () => {
  const text = `${'𬭊'.repeat(30)}镝`;
  const shown = shownSnippet({ text, spans: [[60, 61]] });
  expect(shown.text.isWellFormed()).toBe(true);
  expect(litWords(shown)).toEqual(['镝']);
});
