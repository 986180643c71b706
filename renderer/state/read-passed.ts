import type { ArticleId, ArticleSummary } from '../../electron/contract/model.ts';
import { MOST_MARKED } from '../../electron/contract/stories.ts';
import { call } from '../client/transport.ts';
import { settingsNow } from '../client/queries.ts';
import { wordsNow } from '../words/use-words.ts';
import { holdChange } from './agreement.ts';
import { noteOwnChange, showStatus } from './article-cache.ts';
import { bringBackUnread } from './bring-back-unread.ts';
import { isKeptUnread, keepUnread } from './kept-unread.ts';
import { useListing } from './listing.ts';
import { showFailure } from './show-failure.ts';
import { dropDone, noteDone } from './ui.ts';
import type { Done } from './ui.ts';

/** How long nothing is passed before what was is marked. */
const REST_MS = 400;
/** How many batches Z takes back: more would push out what a person did on purpose. */
const BATCHES = 5;

/** What was passed and is not marked yet; with the story where the row stands for all of it. */
const waiting = new Map<ArticleId, number | null>();
let asOf = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let batches: readonly Done[] = [];

/** The story that is read where the row is: one that it stands for, where the person has it so. */
function storyOf({ id, story }: ArticleSummary): number | null {
  const { request, opened } = useListing.getState();
  const isWhole = request?.stories === true && !request.search && !opened.has(id);
  return story && isWhole && settingsNow()?.readStories === true ? story.id : null;
}

/** Notes headlines that a person scrolled past. They are marked read together once the scrolling rests, or with `markPassed`. */
export function notePassed(rows: readonly ArticleSummary[]): void {
  for (const row of rows) {
    if (!row.read && !isKeptUnread(row.id) && waiting.size < MOST_MARKED) waiting.set(row.id, storyOf(row));
  }
  if (waiting.size === 0) return;
  asOf = useListing.getState().asOf;
  clearTimeout(timer);
  timer = setTimeout(() => void markPassed(), REST_MS);
}

function remember(done: Done): void {
  const all = [...batches, done];
  for (const old of all.slice(0, -BATCHES)) dropDone(old);
  batches = all.slice(-BATCHES);
}

/** Marks now what was passed: one batch, which Z takes back. */
export async function markPassed(): Promise<void> {
  clearTimeout(timer);
  // Meanwhile a person may have marked one unread.
  const passed = [...waiting].filter(([id]) => !isKeptUnread(id));
  waiting.clear();
  if (passed.length === 0) return;
  const articleIds = passed.map(([id]) => id);
  const storyIds = [...new Set(passed.flatMap(([, storyId]) => storyId ?? []))];
  const own = new Set(articleIds);
  const { opening } = useListing.getState();
  for (const id of articleIds) noteOwnChange(id);
  showStatus(articleIds, { read: true });
  const asked = holdChange(({ id }) => own.has(id), { read: true }, () => call('markRead', { articleIds, storyIds, before: asOf }));
  let count = articleIds.length;
  const done = noteDone(
    () => wordsNow().t('list.markedRead', { count }),
    async () => {
      const { articleIds: marked } = await asked;
      keepUnread(marked);
      for (const id of marked) noteOwnChange(id);
      showStatus(marked, { read: false });
      await call('setRead', { articleIds: marked, read: false });
      await bringBackUnread(opening);
    },
  );
  remember(done);
  try {
    const { articleIds: marked } = await asked;
    count = marked.length;
    if (count === 0) dropDone(done);
    const others = marked.filter((id) => !own.has(id));
    for (const id of others) noteOwnChange(id);
    if (others.length > 0) showStatus(others, { read: true });
  } catch (error) {
    dropDone(done);
    showStatus(articleIds, { read: false });
    showFailure(error);
  }
}
