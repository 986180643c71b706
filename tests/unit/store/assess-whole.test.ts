import { expect, test } from 'vitest';
import { counts } from '../../../electron/core/query/counts.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { assessWhole } from '../../../electron/core/store/assess-whole.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, HOUR, incoming, NOON, testStore } from './library.ts';

const draft = (name: string, text: string, url: string | null = `https://metals.example/${name}`): ReturnType<typeof incoming> =>
  incoming({ guid: name, title: name, url, text, publishedAt: NOON - HOUR });

test('a library of before learns which of its texts are no more than summaries, and counts as offline what it can show', () => {
  const store = testStore();
  const feed = follow(store);
  const whole = `${'<p>A long report.</p>'.repeat(40)}<p>It ends here.</p>`;
  const cut = `${'<p>A long report.</p>'.repeat(40)}<p>It goes on [&amp;hellip;]</p>`.replace('&amp;', '&');
  const { added } = storeDocument(store, feed.id, documentOf([draft('whole', whole), draft('cut', `${whole} Read more »`), draft('odd', cut.replace('&hellip;', '…')), draft('teaser', 'A sentence.'), draft('no-page', 'A sentence, which is all.', null), draft('empty', '')]), NOON);
  expect(counts(store, NOON).offline).toBe(5);
  store.transaction(() => assessWhole(store.db));
  expect(Object.fromEntries(added.map((id) => getArticle(store, id)).map(({ title, wholeness, kept }) => [title, [wholeness, kept]]))).toEqual({
    whole: ['whole', 'full'],
    cut: ['cut', 'headline'],
    odd: ['cut', 'headline'],
    teaser: ['teaser', 'headline'],
    'no-page': ['whole', 'full'],
    empty: ['none', 'headline'],
  });
  expect(counts(store, NOON).offline).toBe(2);
});
