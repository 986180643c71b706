import { describe, expect, it } from 'vitest';
import { tagChoices } from '../../../../renderer/evidence/tag-choices.ts';

const TAGS = [
  { id: 1, title: 'magnets', count: 22 },
  { id: 2, title: 'Myanmar', count: 3 },
  { id: 3, title: 'export magnets', count: 40 },
  { id: 4, title: '稀土', count: 5 },
];
const shown = (typed: string, has: readonly { readonly title: string }[] = []): string[] => tagChoices(typed, TAGS, has).map(({ title, isNew }) => (isNew ? `+${title}` : title));

describe('what a typed tag may become', () => {
  it('with nothing typed: the most used that the article lacks', () => {
    expect(shown('', [{ title: 'Export  Magnets' }])).toEqual(['magnets', '稀土', 'Myanmar']);
  });

  it('those that begin with it before those that hold it, and itself last where it is new', () => {
    expect(shown('MA')).toEqual(['magnets', 'export magnets', 'Myanmar', '+MA']);
    expect(shown('土')).toEqual(['稀土', '+土']);
  });

  it('never itself where it is there, on the article or elsewhere, however it is written', () => {
    expect(shown('ＭＹＡＮＭＡＲ ')).toEqual(['Myanmar']);
    expect(shown('magnets', [{ title: 'Magnets' }])).toEqual(['export magnets']);
  });
});
