import { describe, expect, test } from 'vitest';
import type { PlacedFigure } from '../../../electron/contract/figures.ts';
import { bareText, findQuote } from '../../../electron/contract/text-quote.ts';
import { createLensKeeper } from '../../../electron/core/lens-keeper.ts';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readFigures } from '../../../electron/core/figures/read-figures.ts';
import type { FigureCorrection, FiguresJob } from '../../../electron/core/figures/stored-figure.ts';
import { htmlText } from '../../../electron/core/query/html-blocks.ts';
import { lensChange } from '../../../electron/core/store/lens-change.ts';
import { LENS_VERSION } from '../../../electron/core/lens/lens-version.ts';
import { lensDesk, type LensDesk, type Told } from './lens-desk.ts';

const QUOTA: Told = {
  title: 'Quota of 270,000 tonnes issued',
  at: '2026-11-20T02:00:00Z',
  html: '<p>The mining quota was 270,000 tonnes in 2024, up 5.9% year on year.</p><p>Dysprosium oxide stood at 1.68-1.7 million yuan/ton on 18 November.</p><p>A second sentence says 5.9% of something else entirely, and Lynas produced 3,500 tonnes of NdPr oxide.</p>',
};

const NO_QUOTE = { quote: '', prefix: '', suffix: '', start: 0 };

const one = async (desk: LensDesk, title: string, printed: string): Promise<PlacedFigure> => {
  const { figures } = await desk.api.articleFigures({ articleId: desk.idOf(title) });
  const found = figures.find((figure) => figure.printed === printed);
  if (!found) throw new Error(`no ${printed} among ${figures.map((figure) => figure.printed).join(', ')}`);
  return found;
};

describe('figures beside an article', () => {
  test('come in reading order, each with what finds its words and its sentence on the page', async () => {
    const desk = await lensDesk({ 'oxide en': [QUOTA] });
    const articleId = desk.idOf(QUOTA.title);
    const { figures, prices, textOrigin } = await desk.api.articleFigures({ articleId });
    expect(figures.map(({ printed, low, high, unit, paragraph }) => [printed, low, high, unit?.normal ?? null, paragraph])).toEqual([
      ['270,000 tonnes', '270000', '270000', 't', 0],
      ['270,000 tonnes', '270000', '270000', 't', 1],
      ['5.9%', '5.9', '5.9', '%', 1],
      ['1.68-1.7 million yuan/ton', '1680000', '1700000', 'CNY/t', 2],
      ['18 November', '2026-11-18', '2026-11-18', null, 2],
      ['5.9%', '5.9', '5.9', '%', 3],
      ['3,500 tonnes', '3500', '3500', 't', 3],
    ]);
    expect(textOrigin).toBe('feed');
    expect(prices).toMatchObject([{ product: { words: 'Dysprosium oxide', entityIds: ['product:dysprosium-oxide'] }, low: '1680000', currency: 'CNY', per: 't', asOf: '2026-11-18' }]);
    const page = bareText(htmlText((await desk.api.getArticle({ articleId })).contentHtml));
    const places = figures.slice(1).map(({ quote }) => findQuote(page, quote));
    expect(places.map((place) => place?.place)).toEqual(Array.from({ length: 6 }, () => 'here'));
    expect(places.map((place) => page.slice(place?.start, place?.end))).toEqual(figures.slice(1).map(({ printed }) => bareText(printed)));
    // Two that are printed alike are told apart.
    expect(new Set(places.map((place) => place?.start)).size).toBe(6);
    expect(figures.map(({ sentenceQuote }) => sentenceQuote.quote)).toContain('Dysprosium oxide stood at 1.68-1.7 million yuan/ton on 18 November.');
    expect(figures[1]?.span).toEqual({ from: '2024-01-01', to: '2024-12-31', name: '2024' });
    expect(desk.faults).toEqual([]);
  });

  test('wait behind the refresh, and are read at once for whoever opens their article', async () => {
    const desk = await lensDesk({ 'oxide en': [QUOTA] });
    expect((await desk.api.lensProgress({})).waiting).toBe(1);
    expect((await desk.api.articleFigures({ articleId: desk.idOf(QUOTA.title) })).figures).toHaveLength(7);
    expect((await desk.api.lensProgress({})).waiting).toBe(0);
  });

  test('are read by themselves where the engine runs by itself, and told of', async () => {
    const desk = await lensDesk({ 'oxide en': [QUOTA] }, { unattended: true });
    // The lens lets a second pass first, which is as long as a poll waits unless told.
    await expect.poll(() => desk.api.lensProgress({}), { timeout: 10_000 }).toMatchObject({ waiting: 0, change: null });
    await expect.poll(() => desk.events.some((event) => event.kind === 'figures' && event.articleIds !== 'many' && event.articleIds.includes(desk.idOf(QUOTA.title)))).toBe(true);
    expect((await desk.api.listFigures({ limit: 50 })).total).toBe(7);
  });

  test('follow a text that its publisher changes', async () => {
    const desk = await lensDesk({ 'oxide en': [QUOTA] });
    await desk.api.articleFigures({ articleId: desk.idOf(QUOTA.title) });
    await desk.tell('oxide en', [{ ...QUOTA, html: QUOTA.html.replace('3,500 tonnes', '3,650 tonnes') }]);
    expect((await one(desk, QUOTA.title, '3,650 tonnes')).low).toBe('3650');
  });

  test('go with their article', async () => {
    const desk = await lensDesk({ 'oxide en': [QUOTA] });
    await desk.api.listFigures({ limit: 1 });
    const { feeds } = await desk.api.listFeeds({});
    await desk.api.unsubscribe({ feedId: feeds[0]?.id ?? 0 });
    expect((await desk.api.listFigures({ limit: 50 })).total).toBe(0);
    expect(desk.store.get('SELECT 1 FROM figures UNION ALL SELECT 1 FROM figure_entities UNION ALL SELECT 1 FROM article_figures')).toBeUndefined();
  });

  test('of the copy that a bookmark froze stay, whatever its source says since', async () => {
    const desk = await lensDesk({ 'oxide en': [QUOTA] });
    const articleId = desk.idOf(QUOTA.title);
    await desk.api.setBookmarked({ articleId, bookmarked: true });
    await desk.tell('oxide en', [{ ...QUOTA, html: '<p>The quota was never told, said 12 people.</p>' }]);
    const { copies } = await desk.api.evidence({ articleId });
    const frozen = await desk.api.articleFigures({ articleId, copyId: copies[0]?.id ?? 0 });
    expect(frozen.figures.map(({ printed }) => printed)).toContain('1.68-1.7 million yuan/ton');
    expect((await desk.api.articleFigures({ articleId })).figures.map(({ printed }) => printed)).toEqual(['270,000 tonnes', '12 people']);
    await expect(desk.api.articleFigures({ articleId, copyId: 99 })).rejects.toMatchObject({ code: 'copy-missing' });
    await expect(desk.api.articleFigures({ articleId: 7 })).rejects.toMatchObject({ code: 'article-missing' });
  });
});

describe('what a person corrects', () => {
  test('is fixed, dropped and added, stays through changes around it, and can be taken back', async () => {
    const desk = await lensDesk({ 'oxide en': [QUOTA] });
    const articleId = desk.idOf(QUOTA.title);
    const quota = (await desk.api.articleFigures({ articleId })).figures[1];
    const fixedId = (await desk.api.fixFigure({ articleId, figureId: quota?.id ?? '', fix: { low: '255000', subject: 'mining quota' } })).correctionId;
    const dropped = (await one(desk, QUOTA.title, '3,500 tonnes')).id;
    const droppedId = (await desk.api.dropFigure({ articleId, figureId: dropped })).correctionId;
    const added = await desk.api.addFigure({ articleId, field: 'text', quote: { quote: 'second', prefix: 'yuan/ton on 18 November.A', suffix: 'sentence says 5.9%', start: 0 }, figure: { low: '2', kind: 'rank' } });
    const look = async () => {
      const { figures, dropped: out, lost } = await desk.api.articleFigures({ articleId });
      return { figures: figures.map(({ printed, low, correction }) => [printed, low, correction?.kind ?? null]), out: out.map(({ printed }) => printed), lost: lost.map(({ printed }) => printed) };
    };
    const corrected = {
      figures: [['270,000 tonnes', '270000', null], ['270,000 tonnes', '255000', 'fixed'], ['5.9%', '5.9', null], ['1.68-1.7 million yuan/ton', '1680000', null], ['18 November', '2026-11-18', null], ['second', '2', 'added'], ['5.9%', '5.9', null]],
      out: ['3,500 tonnes'], lost: [],
    };
    expect(await look()).toEqual(corrected);

    // What is no value of the kind that it would have is refused, told with it or not.
    const price = await one(desk, QUOTA.title, '1.68-1.7 million yuan/ton');
    const day = await one(desk, QUOTA.title, '18 November');
    await expect(desk.api.fixFigure({ articleId, figureId: price.id, fix: { low: '2025-18' } })).rejects.toMatchObject({ code: 'invalid-argument', detail: { path: 'fix.low' } });
    await expect(desk.api.fixFigure({ articleId, figureId: day.id, fix: { kind: 'level' } })).rejects.toMatchObject({ code: 'invalid-argument', detail: { path: 'fix.kind' } });
    expect(await look()).toEqual(corrected);

    // The publisher changes other words: sentences, and with them ids, are others now.
    await desk.tell('oxide en', [{ ...QUOTA, html: QUOTA.html.replace('The mining quota', 'Officials said that the mining quota').replace('and Lynas', 'while Lynas') }]);
    expect(await look()).toEqual(corrected);
    expect((await desk.api.listFigures({ filter: { corrected: true }, limit: 10 })).figures.map(({ printed }) => printed)).toEqual(['270,000 tonnes', 'second']);

    // The words are gone, and come again.
    await desk.tell('oxide en', [{ ...QUOTA, html: '<p>Nothing is told.</p>' }]);
    expect(await look()).toEqual({ figures: [['270,000 tonnes', '270000', null]], out: [], lost: ['second', '270,000 tonnes', '3,500 tonnes'] });
    await desk.tell('oxide en', [QUOTA]);
    expect(await look()).toEqual(corrected);

    await desk.api.undoCorrection({ correctionId: fixedId });
    await desk.api.undoCorrection({ correctionId: droppedId });
    await desk.api.undoCorrection({ correctionId: added.correctionId });
    expect((await look()).figures).toEqual([['270,000 tonnes', '270000', null], ['270,000 tonnes', '270000', null], ['5.9%', '5.9', null], ['1.68-1.7 million yuan/ton', '1680000', null], ['18 November', '2026-11-18', null], ['5.9%', '5.9', null], ['3,500 tonnes', '3500', null]]);
    await expect(desk.api.undoCorrection({ correctionId: fixedId })).rejects.toMatchObject({ code: 'nothing-to-undo' });
    await expect(desk.api.fixFigure({ articleId, figureId: 'none-such', fix: {} })).rejects.toMatchObject({ code: 'figure-missing' });
    await expect(desk.api.addFigure({ articleId, field: 'text', quote: { quote: '99 tonnes', prefix: '', suffix: '', start: 0 }, figure: { low: '99', kind: 'mass' } })).rejects.toMatchObject({ code: 'words-missing' });
    expect(desk.faults).toEqual([]);
  });

  test('outlives its article, and is there when its source is followed again', async () => {
    const desk = await lensDesk({ 'oxide en': [QUOTA] });
    const articleId = desk.idOf(QUOTA.title);
    await desk.api.dropFigure({ articleId, figureId: (await one(desk, QUOTA.title, '3,500 tonnes')).id });
    const { feeds } = await desk.api.listFeeds({});
    const [feed] = feeds;
    await desk.api.unsubscribe({ feedId: feed?.id ?? 0 });
    await desk.api.subscribe({ url: feed?.feedUrl ?? '' });
    const { figures, dropped } = await desk.api.articleFigures({ articleId: desk.idOf(QUOTA.title) });
    expect(figures.map(({ printed }) => printed)).not.toContain('3,500 tonnes');
    expect(dropped).toMatchObject([{ printed: '3,500 tonnes' }]);
  });
});

describe('a change of the rules', () => {
  test('reads everything anew from the newest down, says what it changed, and keeps corrections', async () => {
    const desk = await lensDesk({ 'oxide en': [QUOTA, { ...QUOTA, title: 'Older', at: '2026-11-10T02:00:00Z' }] });
    const articleId = desk.idOf(QUOTA.title);
    await desk.api.listFigures({ limit: 1 });
    await desk.api.dropFigure({ articleId, figureId: (await one(desk, QUOTA.title, '3,500 tonnes')).id });
    const { figures } = await desk.api.articleFigures({ articleId });
    const [, quota, , , day] = figures;
    const finder = createNameFinder();
    const names = { mentions: (text: Parameters<typeof finder.mentions>[0]) => finder.mentions(text), partsOf: () => [] };
    // Rules that know no date, and another number.
    const otherwise: FigureCorrection[] = [
      { id: 900, kind: 'dropped', figureId: day?.id ?? '', field: 'text', quote: day?.quote ?? NO_QUOTE, base: null, fix: null },
      { id: 901, kind: 'fixed', figureId: quota?.id ?? '', field: 'text', quote: quota?.quote ?? NO_QUOTE, base: quota ?? null, fix: { low: '275000' } },
    ];
    const ingest = { figures: async (jobs: readonly FiguresJob[]) => jobs.map((job) => readFigures({ ...job, corrections: job.id === articleId ? [...job.corrections, ...otherwise] : [] }, names)) };
    const events: unknown[] = [];
    const keeper = createLensKeeper({ store: desk.store, ingest, announce: (event) => events.push(event), namesVersion: () => finder.version, isBusy: () => false, now: () => 5000, onFault: (error) => desk.faults.push(error), unattended: false, version: 99 });
    await keeper.settled();
    expect(lensChange(desk.store)).toEqual({ fromVersion: LENS_VERSION, version: 99, startedAt: 5000, endedAt: 5000, articles: 2, changedArticles: 1, added: 0, removed: 1, altered: 1 });
    expect((await desk.api.lensChanges({ limit: 10 })).articles).toMatchObject([{ source: { title: QUOTA.title }, added: [], removed: ['18 November'], altered: [{ printed: '270,000 tonnes', was: '270000 t mass mining quota', is: '275000 t mass mining quota' }] }]);
    expect(desk.store.all('SELECT version FROM article_figures')).toEqual([{ version: 99 }, { version: 99 }]);
    expect(desk.store.all('SELECT quote FROM figure_corrections')).toEqual([{ quote: '3,500 tonnes' }]);
    await keeper.close({ finish: false });
    expect(desk.faults).toEqual([]);
  });
});
