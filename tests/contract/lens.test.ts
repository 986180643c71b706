import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import type { ArticleLens, FigurePage, PriceSeries } from '../../electron/contract/figures.ts';
import type { DatePage, ExportedFigures, NoticeLink } from '../../electron/contract/lens-api.ts';
import type { ArticlePage } from '../../electron/contract/model.ts';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';
import { openBeside } from './open-beside.ts';
import { LENS_VERSION } from '../../electron/core/lens/lens-version.ts';

const SLOW = 120_000;
const AT = Date.UTC(2026, 10, 20, 2);

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title><language>en</language><link>http://oxide.example/</link>
<item><title>Oxide prices</title><link>http://oxide.example/1</link><description><![CDATA[<p>Dysprosium oxide was quoted at 1.68-1.70 million yuan/ton on 18 November 2026.</p><p>MOFCOM Announcement No. 70 of 2025 suspends the rules until 10 November 2026.</p>]]></description><pubDate>${new Date(AT).toUTCString()}</pubDate></item>
<item><title>Notice</title><link>http://oxide.example/2</link><description><![CDATA[<p>商务部公告2025年第70号暂停实施上述措施。</p>]]></description><pubDate>${new Date(AT - 60_000).toUTCString()}</pubDate></item>
</channel></rss>`;

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  test('figures are read, listed, corrected and taken out', async () => {
    const { url, call, ask } = await openBeside(carrier, { type: 'application/rss+xml', at: () => FEED });
    await ask('subscribe', { url: `${url}/feed` });
    const { articles } = await ask<ArticlePage>('listArticles', { scope: { kind: 'all' }, limit: 10 });
    const articleId = articles.find(({ title }) => title === 'Oxide prices')?.id ?? 0;

    const { figures } = await ask<ArticleLens>('articleFigures', { articleId });
    expect(figures.map(({ printed, low }) => [printed, low])).toEqual([['1.68-1.70 million yuan/ton', '1680000'], ['18 November 2026', '2026-11-18'], ['Announcement No. 70 of 2025', '2025-70'], ['10 November 2026', '2026-11-10']]);
    // A little after they were stored.
    await expect.poll(async () => (await ask<FigurePage>('listFigures', { limit: 10 })).total, { timeout: 20_000 }).toBe(5);
    expect(await ask('lensProgress', {})).toEqual({ waiting: 0, version: LENS_VERSION, change: null });
    expect((await ask<FigurePage>('listFigures', { filter: { kinds: ['price'], entityId: 'element:Dy' }, limit: 10 })).figures).toMatchObject([{ printed: '1.68-1.70 million yuan/ton', source: { articleId, feedTitle: 'Oxide' } }]);
    expect(await ask('figureChoices', { filter: { kinds: ['price'] } })).toMatchObject({ kinds: [{ kind: 'price', count: 1 }], units: [{ unit: 'CNY/t', count: 1 }] });
    expect(await ask('listPriceProducts', {})).toMatchObject({ products: [{ product: 'product:dysprosium-oxide', quotes: 1 }] });
    await ask('setSettings', { usdRate: { cnyPerUsd: '7', on: '2026-11-20' } });
    expect(await ask<PriceSeries>('priceSeries', { product: 'product:dysprosium-oxide' })).toMatchObject({ unit: 'CNY/t', days: [{ day: '2026-11-18', quotes: [{ low: '1680000', converted: { low: '240' } }] }] });
    expect((await ask<DatePage>('listDates', { limit: 5, roles: ['expiry'] })).dates).toMatchObject([{ day: '2026-11-10' }]);
    expect(await ask<{ notices: NoticeLink[] }>('noticeLinks', { articleId })).toMatchObject({ notices: [{ number: '2025-70', count: 1, articles: [{ source: { title: 'Notice' } }] }] });
    expect(await ask('entityFigures', { entityId: 'element:Dy' })).toMatchObject({ latest: [{ printed: '1.68-1.70 million yuan/ton' }], mentions: [{ day: '2026-11-20', articles: 1 }] });
    expect(await ask('figureDifferences', { articleId })).toEqual({ differences: [] });
    expect(await ask<ExportedFigures>('exportFigures', { format: 'csv' })).toMatchObject({ figures: 5, type: 'text/csv' });
    expect(await ask('exportDates', { roles: ['expiry'] })).toMatchObject({ dates: 1, type: 'text/calendar' });

    const { correctionId } = await ask<{ correctionId: number }>('fixFigure', { articleId, figureId: figures[0]?.id, fix: { low: '1690000', high: '1700000' } });
    expect((await ask<FigurePage>('listFigures', { filter: { corrected: true }, limit: 5 })).figures).toMatchObject([{ low: '1690000', correction: { id: correctionId, kind: 'fixed' } }]);
    expect(await ask('undoCorrection', { correctionId })).toEqual({ articleId });
    const dropped = await ask<{ correctionId: number }>('dropFigure', { articleId, figureId: figures[0]?.id });
    expect(await ask('articleFigures', { articleId })).toMatchObject({ dropped: [{ correctionId: dropped.correctionId, printed: '1.68-1.70 million yuan/ton' }], prices: [] });
    await ask('addFigure', { articleId, field: 'title', quote: { quote: 'Oxide', prefix: '', suffix: 'prices', start: 0 }, figure: { low: '1', kind: 'count' } });
    expect((await ask<ArticleLens>('articleFigures', { articleId })).figures[0]).toMatchObject({ printed: 'Oxide', low: '1', correction: { kind: 'added' } });
    expect(await ask('lensChanges', { limit: 5 })).toEqual({ articles: [], nextCursor: null });
    for (const [method, args, code] of [
      ['articleFigures', { articleId: 7 }, 'article-missing'],
      ['fixFigure', { articleId, figureId: 'none-such', fix: {} }, 'figure-missing'],
      ['addFigure', { articleId, field: 'text', quote: { quote: 'no such words', prefix: '', suffix: '', start: 0 }, figure: { low: '1', kind: 'count' } }, 'words-missing'],
      ['priceSeries', { product: 'words:moonrock' }, 'prices-missing'],
      ['undoCorrection', { correctionId: 99 }, 'nothing-to-undo'],
      ['entityFigures', { entityId: 'company:none-such' }, 'entity-missing'],
      ['exportFigures', { format: 'tsv', filter: { unit: 'parsec' } }, 'nothing-to-export'],
      ['fixFigure', { articleId, figureId: figures[0]?.id, fix: { low: '1e9' } }, 'invalid-argument'],
      ['setSettings', { usdRate: { cnyPerUsd: '0', on: '2026-11-20' } }, 'invalid-argument'],
      ['listFigures', { limit: 501 }, 'invalid-argument'],
    ] as const) {
      expect(await call(method, args)).toMatchObject({ ok: false, error: { code } });
    }
  }, SLOW);
});
