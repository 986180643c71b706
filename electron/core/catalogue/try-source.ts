import type { CatalogueSource, CatalogueTry } from '../../contract/catalogue.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { PageRules } from '../../contract/page.ts';
import { previewPage } from '../preview-page.ts';
import type { SubscribingParts } from '../subscribing.ts';
import { perDay } from './per-day.ts';

/** What a try tells, and by which rules a page can be followed; null where it is none or nothing was found in it. */
export interface Tried {
  readonly tried: CatalogueTry;
  readonly rules: PageRules | null;
}

type Answer = Omit<CatalogueTry, 'at' | 'code' | 'detail'> & Pick<Tried, 'rules'>;

function measured(dates: readonly (number | null)[], items: number, now: number): Omit<Answer, 'rules'> {
  const dated = dates.filter((date) => date !== null);
  return { items, newestAt: dated.length === 0 ? null : Math.max(...dated), perDay: dated.length === 0 ? null : perDay(dated, now) };
}

async function askFeed({ ingest, now }: SubscribingParts, url: string): Promise<Answer | CatalogueTry> {
  const result = await ingest.feed({ feedUrl: url, validators: null, bodyHash: null, now: now(), login: null });
  if (result.kind === 'fresh') return { ...measured(result.articles.map(({ publishedAt }) => publishedAt), result.articles.length, now()), rules: null };
  const { code, detail } = result.kind === 'failed' ? result : { code: 'http-error' as const, detail: { status: 304 } };
  return { at: now(), code, detail, items: 0, newestAt: null, perDay: null };
}

async function askPage(parts: SubscribingParts, url: string): Promise<Answer | CatalogueTry> {
  const { lists } = await previewPage(parts, { url });
  const [best] = lists;
  if (!best) return { at: parts.now(), code: 'no-list-found', detail: {}, items: 0, newestAt: null, perDay: null };
  return { ...measured(best.items.map(({ publishedAt }) => publishedAt), best.itemCount, parts.now()), rules: best.rules };
}

/** Asks a source of the catalogue once. What it fails with is what came of it. */
export async function trySource(parts: SubscribingParts, { url, reads }: Pick<CatalogueSource, 'url' | 'reads'>): Promise<Tried> {
  try {
    const answer = await (reads === 'page' ? askPage(parts, url) : askFeed(parts, url));
    if ('code' in answer) return { tried: answer, rules: null };
    const { rules, ...rest } = answer;
    return { tried: { at: parts.now(), code: null, detail: {}, ...rest }, rules };
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    return { tried: { at: parts.now(), code: error.code, detail: error.detail, items: 0, newestAt: null, perDay: null }, rules: null };
  }
}
