import type { ArticleId, ArticleSummary } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { settingsNow } from '../client/queries.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { wordsNow } from '../words/use-words.ts';
import { holdChange } from './agreement.ts';
import { noteOwnChange, showStatus, statusOf } from './article-cache.ts';
import { doing } from './doing.ts';
import type { Outcome } from './doing.ts';
import { inTurn } from './in-turn.ts';
import { keepUnread } from './kept-unread.ts';
import { closeReports, openReports } from './relist.ts';
import { findRow, rowOf, useListing } from './listing.ts';
import { openArticle } from './navigate.ts';
import { showFailure } from './show-failure.ts';
import { storyCount } from './story-count.ts';
import { announce, showToast, useUi } from './ui.ts';

/** The row that stands for the story of an article in the list: its own, or the one below which it is opened. */
function leadOf(articleId: ArticleId): ArticleSummary | undefined {
  const { rows, opened } = useListing.getState();
  const leadId = [...opened].find(([, reports]) => reports.some(({ id }) => id === articleId))?.[0] ?? articleId;
  return rows.find((row) => row.id === leadId);
}

/** Whether the story of an article stands opened in the list. */
export function isOpened(articleId: ArticleId): boolean {
  const lead = leadOf(articleId);
  return lead !== undefined && useListing.getState().opened.has(lead.id);
}

/** Opens the story of a row in place, or closes it; says so where nobody else reports it. */
export async function toggleCluster(articleId: ArticleId): Promise<void> {
  const { t } = wordsNow();
  const lead = leadOf(articleId);
  const isOpen = lead !== undefined && useListing.getState().opened.has(lead.id);
  if (!lead || (!lead.story && !isOpen)) {
    showToast({ text: () => wordsNow().t('stories.none') });
    return;
  }
  const count = lead.story ? storyCount(lead.story, t) : '';
  if (isOpen) {
    closeReports(lead.id);
    // What was chosen among its reports has no row any more.
    if (useUi.getState().articleId === articleId && articleId !== lead.id) openArticle(lead.id);
    announce(t('stories.closed', { what: count }));
    return;
  }
  try {
    await openReports(lead.id);
    announce(t('stories.opened', { what: count }));
  } catch (error) {
    showFailure(error);
  }
}

/** The row, where it stands for a whole story: one that is not opened in place, of a list in which its reports have no rows of their own. */
export function storyRow(articleId: ArticleId): (ArticleSummary & { readonly story: NonNullable<ArticleSummary['story']> }) | null {
  const { rows, opened, request } = useListing.getState();
  if (request?.stories !== true || request.search) return null;
  const row = rows.find(({ id }) => id === articleId);
  return row?.story && !opened.has(row.id) ? { ...row, story: row.story } : null;
}

/** Which change of a story was asked for last: what comes of those before it is not shown any more. */
const latest = new Map<number, symbol>();

/** Notes a change of a story, and gives the way to ask whether none was asked for after it. */
function noteTurn(storyId: number): () => boolean {
  const mine = Symbol('turn');
  latest.set(storyId, mine);
  return () => latest.get(storyId) === mine;
}

/** Shows it at once of the row that stands for the story: the same key turns what is seen. */
async function changeStory(storyId: number, lead: ArticleId, read: boolean): Promise<readonly ArticleId[]> {
  const was = rowOf(lead)?.read ?? read;
  const isLatest = noteTurn(storyId);
  noteOwnChange(lead);
  showStatus([lead], { read });
  const before = useListing.getState().asOf || Date.now();
  const { articleIds } = await holdChange(({ id }) => id === lead, { read }, () => inTurn(`story ${storyId}`, () => call('setStoryRead', { storyId, read, before }))).catch((error: unknown) => {
    if (isLatest()) showStatus([lead], { read: was });
    throw error;
  });
  for (const id of articleIds) noteOwnChange(id);
  if (isLatest()) showStatus(articleIds, { read });
  return articleIds;
}

/** Marks every report of a story as read, or as unread again; can be undone. */
export async function toggleStoryRead(articleId: ArticleId): Promise<void> {
  const row = storyRow(articleId);
  if (!row) return;
  const read = !row.read;
  const storyId = row.story.id;
  let isLatest: ReturnType<typeof noteTurn> | null = null;
  const work = async (): Promise<Outcome> => {
    const changed = await changeStory(storyId, articleId, read);
    if (!read) keepUnread(changed);
    return {
      said: () => wordsNow().t(read ? 'stories.readStory' : 'stories.unreadStory', { count: changed.length }),
      undo: async () => {
        for (const id of changed) noteOwnChange(id);
        await call('setRead', { articleIds: [...changed], read: !read });
        if (isLatest?.() !== false) showStatus(changed, { read: !read });
      },
    };
  };
  await doing(work, (back) => {
    isLatest = noteTurn(storyId);
    showStatus([articleId], { read: !read });
    return inTurn(`story ${storyId}`, back);
  });
}

/** What reading one report does to the others, where the person has it so. */
export async function readWithStory({ id, story }: Pick<ArticleSummary, 'id' | 'story'>): Promise<void> {
  const settings = settingsNow();
  if (!story || settings?.readStories !== true || !settings.stories) return;
  try {
    await changeStory(story.id, id, true);
  } catch (error) {
    showFailure(error);
  }
}

/** "Not the same story": takes an article out for good; can be undone. */
export async function splitFromStory(articleId: ArticleId): Promise<void> {
  const status = statusOf(articleId) ?? findRow(useListing.getState(), articleId);
  await doing(async () => {
    await call('splitStory', { articleId });
    return {
      said: () => wordsNow().t('stories.splitDone', { title: status ? headlineTitle(status, wordsNow()) : '' }),
      undo: async () => void (await call('undoSplitStory', { articleId })),
    };
  });
}
