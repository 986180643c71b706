import { expect, it } from 'vitest';
import { catalogueCode } from '../../../electron/build/words-as-text.mjs';
import type * as Catalogues from '../../../renderer/words/catalogues.ts';
import { wordsOf } from '../../../renderer/words/catalogues.ts';

it('the words that are built are those of the sources, in both languages', async () => {
  const code = await catalogueCode();
  const built = (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)) as typeof Catalogues;
  for (const locale of ['en', 'zh-CN'] as const) {
    expect(built.wordsOf(locale)).toEqual(wordsOf(locale));
    expect(Object.keys(built.wordsOf(locale).errors).length).toBeGreaterThan(20);
  }
});
