import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { sync } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { exchangePath } from '../../../electron/core/exchange/exchange-file.ts';
import { lensDesk, type Told } from './lens-desk.ts';

const brief = (title: string, at: string, html: string): Told => ({ title, at, html });

const smelter = (treated: string): string => `<p>The Tarnholm yard opened a second smelter that cost $412.6 million. The smelter can treat ${treated} of concentrate a year, its owner said on Thursday in Eskby.</p>`;

const OXIDE = [
  brief('Dysprosium oxide firms', '2026-11-18T02:00:00Z', '<p>Dysprosium oxide was quoted at 1.68-1.70 million yuan/ton on 18 November. Terbium oxide stood at 36-365000 yuan/ton.</p>'),
  brief('Dysprosium oxide firms again', '2026-11-19T02:00:00Z', '<p>Dysprosium oxide was quoted at 1.70-1.72 million yuan/ton on 19 November.</p>'),
  brief('Rotterdam', '2026-11-19T03:00:00Z', '<p>Dysprosium oxide was quoted at $230-250/kg CIF Rotterdam on 19 November.</p>'),
];
const LEDGER = [
  brief('Another desk on dysprosium', '2026-11-19T06:00:00Z', '<p>Dysprosium oxide was quoted at 1.69-1.71 million yuan/ton on 19 November.</p>'),
  brief('Export rules', '2025-11-08T02:00:00Z', '<p>MOFCOM Announcement No. 70 of 2025 suspends the rules until 10 November 2026. The ministry said that Announcement No. 18 of 2025 stays.</p>'),
  brief('Customs', '2025-11-09T02:00:00Z', '<p>The General Administration of Customs issued Announcement No. 70 of 2025 on fruit, effective from 1 December 2025.</p>'),
];
const DAILY = [brief('出口管制', '2025-11-08T03:00:00Z', '<p>商务部公告2025年第70号暂停实施上述措施，至2026年11月10日。</p>'), brief('Output', '2026-11-01T03:00:00Z', '<p>Lynas produced 3,500 tonnes of NdPr oxide in the third quarter.</p>'), brief('Output later', '2026-11-20T03:00:00Z', '<p>Lynas produced 3,900 tonnes of NdPr oxide in October.</p>')];
const DESKS = { 'oxide en': OXIDE, 'ledger en': LEDGER, 'daily zh': DAILY };

describe('figures across articles', () => {
  test('are filtered by kind, unit, entity, source, day, period and words, page by page', async () => {
    const { api } = await lensDesk(DESKS);
    const printed = async (filter: Parameters<typeof api.listFigures>[0]['filter'], limit = 50): Promise<string[]> => (await api.listFigures({ ...(filter && { filter }), limit })).figures.map((figure) => figure.printed);
    const all = await api.listFigures({ limit: 500 });
    expect(all.total).toBe(all.figures.length);
    expect(all.totalIsMore).toBe(false);
    expect(await printed({ kinds: ['price'], unit: 'USD/kg' })).toEqual(['$230-250/kg']);
    expect(await printed({ unit: 'CNY/t', entityId: 'product:dysprosium-oxide' })).toEqual(['1.69-1.71 million yuan/ton', '1.70-1.72 million yuan/ton', '1.68-1.70 million yuan/ton']);
    // An element is what its products are of.
    expect(await printed({ unit: 'CNY/t', entityId: 'element:Dy' })).toHaveLength(3);
    const feeds = new Map((await api.listFeeds({})).feeds.map((feed) => [feed.title, feed.id]));
    expect(await printed({ feedId: feeds.get('ledger') ?? 0, kinds: ['price'] })).toEqual(['1.69-1.71 million yuan/ton']);
    expect(await printed({ from: '2026-11-20', to: '2026-11-20', kinds: ['mass'] })).toEqual(['3,900 tonnes']);
    expect(await printed({ periodFrom: '2026-07-15', periodTo: '2026-08-01', kinds: ['mass'] })).toEqual(['3,500 tonnes']);
    expect(await printed({ text: 'ROTTERDAM cif', kinds: ['price'] })).toEqual(['$230-250/kg']);
    expect(await printed({ text: '暂停实施', kinds: ['notice'] })).toEqual(['公告2025年第70号']);
    expect(await printed({ text: 'no such words' })).toEqual([]);
    const repaired = (await api.listFigures({ filter: { text: 'terbium' }, limit: 5 })).figures.find(({ kind }) => kind === 'price');
    expect(repaired).toMatchObject({ low: '360000', high: '365000', repaired: { from: '36', to: '360000', rule: 'lost-ten-thousands' }, source: { feedTitle: 'oxide', title: 'Dysprosium oxide firms', day: '2026-11-18' } });

    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof api.listFigures>> = await api.listFigures({ limit: 3, cursor });
      pages.push(...page.figures.map(({ id, source }) => `${source.articleId} ${id}`));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(pages).toEqual(all.figures.map(({ id, source }) => `${source.articleId} ${id}`));
  });

  test('can be narrowed to what is there', async () => {
    const { api } = await lensDesk(DESKS);
    const { kinds, units, feeds, entities } = await api.figureChoices({ filter: { kinds: ['price'] } });
    expect(kinds).toEqual([{ kind: 'price', count: 5 }]);
    expect(units).toEqual([{ unit: 'CNY/t', count: 4 }, { unit: 'USD/kg', count: 1 }]);
    expect(feeds.map(({ title, count }) => [title, count])).toEqual([['oxide', 4], ['ledger', 1]]);
    expect(entities.find(({ entityId }) => entityId === 'element:Dy')).toMatchObject({ count: 4, names: { en: 'dysprosium' } });
  });
});

describe('prices', () => {
  test('a line of a daily list is one quote, from its low to its high', async () => {
    const list = '<table><tr><th>Product</th><th>Low</th><th>High</th><th>Unit</th></tr><tr><td>Dysprosium oxide</td><td>1,710,000</td><td>1,730,000</td><td>CNY/t</td></tr></table>';
    const { api } = await lensDesk({ 'oxide en': [brief('Daily list', '2026-11-18T02:00:00Z', list)] });
    const { days } = await api.priceSeries({ product: 'product:dysprosium-oxide' });
    expect(days.map(({ quotes }) => quotes.map(({ low, high }) => [low, high]))).toEqual([[['1710000', '1730000']]]);
  });

  test('are one series a product, unit and basis, with the quotes of one day side by side', async () => {
    const { api } = await lensDesk(DESKS, { settings: { usdRate: { cnyPerUsd: '7.1', on: '2026-11-18' } } });
    const { products } = await api.listPriceProducts({ query: 'dysp' });
    expect(products).toMatchObject([{ product: 'product:dysprosium-oxide', entityId: 'product:dysprosium-oxide', quotes: 4, lastDay: '2026-11-19', series: [{ unit: 'CNY/t', basisKey: '', quotes: 3, firstDay: '2026-11-18', lastDay: '2026-11-19', low: '1690000', high: '1710000' }, { unit: 'USD/kg', basisKey: 'CIF|rotterdam|', quotes: 1 }] }]);
    const series = await api.priceSeries({ product: 'product:dysprosium-oxide' });
    expect(series).toMatchObject({ unit: 'CNY/t', currency: 'CNY', per: 't', converted: { unit: 'USD/kg', rate: { cnyPerUsd: '7.1', on: '2026-11-18' } } });
    expect(series.days.map(({ day, conflict, quotes }) => [day, conflict, quotes.map(({ low, high, source }) => `${low}-${high} ${source.feedTitle}`)])).toEqual([
      ['2026-11-18', false, ['1680000-1700000 oxide']],
      ['2026-11-19', true, ['1700000-1720000 oxide', '1690000-1710000 ledger']],
    ]);
    // 1,680,000 / 7.1 / 1000
    expect(series.days[0]?.quotes[0]?.converted).toEqual({ low: '236.6', high: '239.4' });
    const abroad = await api.priceSeries({ product: 'product:dysprosium-oxide', unit: 'USD/kg', basisKey: 'CIF|rotterdam|' });
    expect(abroad).toMatchObject({ basis: { terms: 'CIF', place: 'Rotterdam' }, converted: { unit: 'CNY/t' }, days: [{ quotes: [{ low: '230', converted: { low: '1633000', high: '1775000' } }] }] });
    await expect(api.priceSeries({ product: 'product:dysprosium-oxide', unit: 'EUR/kg' })).rejects.toMatchObject({ code: 'prices-missing' });
    await api.setSettings({ usdRate: null });
    expect((await api.priceSeries({ product: 'product:dysprosium-oxide' })).converted).toBeNull();
  });
});

describe('dates and notices', () => {
  test('stand by day, and leave as a calendar that others read', async () => {
    const { api, profile } = await lensDesk(DESKS);
    const { dates } = await api.listDates({ limit: 50, roles: ['expiry', 'effective'] });
    expect(dates.map(({ day, role, source }) => [day, role, source.title])).toEqual([['2025-12-01', 'effective', 'Customs'], ['2026-11-10', 'expiry', '出口管制'], ['2026-11-10', 'expiry', 'Export rules']]);
    const first = await api.listDates({ limit: 2, roles: ['expiry', 'effective'] });
    expect([...first.dates, ...(await api.listDates({ limit: 2, roles: ['expiry', 'effective'], cursor: first.nextCursor })).dates]).toEqual(dates);
    expect((await api.listDates({ limit: 50, roles: ['expiry'], from: '2026-11-11' })).dates).toEqual([]);

    const file = await api.exportDates({ roles: ['expiry', 'effective'] });
    expect(file).toMatchObject({ dates: 3, type: 'text/calendar' });
    const written = readFileSync(exchangePath(profile, file.file), 'utf8');
    // RFC 5545 section 3.1: lines of at most 75 octets, ended by CRLF.
    expect(written.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    const events = Object.values(sync.parseICS(written)).filter((entry) => entry?.type === 'VEVENT');
    expect(events.map((event) => [event.datetype, (event.start as Date).toDateString(), event.summary, event.categories])).toEqual(expect.arrayContaining([
      ['date', new Date(2025, 11, 1).toDateString(), 'effective: Customs', ['effective']],
      ['date', new Date(2026, 10, 10).toDateString(), 'expiry: 出口管制', ['expiry']],
    ]));
    const again = readFileSync(exchangePath(profile, (await api.exportDates({ roles: ['expiry', 'effective'] })).file), 'utf8');
    expect(again.match(/UID:.*/g)).toEqual(written.match(/UID:.*/g));
    await expect(api.exportDates({ from: '2050-01-01' })).rejects.toMatchObject({ code: 'nothing-to-export' });
  });

  test('a notice leads to the same document in another language, and not to one of another issuer', async () => {
    const { api, idOf } = await lensDesk(DESKS);
    const { notices } = await api.noticeLinks({ articleId: idOf('Export rules') });
    expect(notices.map(({ number, count, articles }) => [number, count, articles.map(({ source, printed }) => `${source.title} ${printed}`)])).toEqual([['2025-70', 1, ['出口管制 公告2025年第70号']], ['2025-18', 0, []]]);
    expect((await api.noticeLinks({ articleId: idOf('Customs') })).notices).toMatchObject([{ number: '2025-70', count: 0 }]);
    await expect(api.noticeLinks({ articleId: 7 })).rejects.toMatchObject({ code: 'article-missing' });
  });
});

describe('an entity, and a story', () => {
  test('figures of one thing over time, what is named beside it', async () => {
    const { api } = await lensDesk(DESKS, { unattended: true });
    await expect.poll(() => api.recognitionProgress({})).toEqual({ waiting: 0 });
    await expect.poll(async () => (await api.lensProgress({})).waiting).toBe(0);
    const lens = await api.entityFigures({ entityId: 'product:ndpr-oxide' });
    expect(lens.latest.map(({ printed }) => printed)).toEqual(['3,900 tonnes', '3,500 tonnes']);
    expect(lens.mentions).toEqual([{ day: '2026-11-01', articles: 1 }, { day: '2026-11-20', articles: 1 }]);
    expect(lens.beside).toMatchObject([{ entityId: 'company:lynas', articles: 2 }]);
    expect(lens.articles.map(({ title }) => title)).toEqual(['Output later', 'Output']);
    expect(lens.measures.map(({ unit, points }) => [unit, points.map(({ day, figure }) => [day, figure.low])])).toEqual([['t', [['2026-09-30', '3500'], ['2026-10-31', '3900']]]]);
    await expect(api.entityFigures({ entityId: 'company:none-such' })).rejects.toMatchObject({ code: 'entity-missing' });
  });

  test('what two reports of one event say differently is told with both sentences', async () => {
    const { api, idOf } = await lensDesk({
      'copper en': [brief('Tarnholm yard opens second smelter', '2026-11-25T02:00:00Z', smelter('131,400 tonnes'))],
      'tin en': [brief('Second smelter for Tarnholm yard', '2026-11-25T03:00:00Z', smelter('134,100 tonnes'))],
    }, { unattended: true });
    const articleId = idOf('Second smelter for Tarnholm yard');
    await expect.poll(async () => (await api.story({ articleId })).articles.length).toBe(2);
    await expect.poll(async () => (await api.lensProgress({})).waiting).toBe(0);
    const { differences } = await api.figureDifferences({ articleId });
    expect(differences.map(({ kind, figures }) => [kind, figures.map(({ printed, source, sentenceText }) => [printed, source.feedTitle, sentenceText.includes(printed)])])).toEqual([['mass', [['131,400 tonnes', 'copper', true], ['134,100 tonnes', 'tin', true]]]]);
    // What a person corrects is what the figures are, and changes nothing of what the texts say.
    const [, other] = differences[0]?.figures ?? [];
    await api.fixFigure({ articleId, figureId: other?.id ?? '', fix: { low: '131400', high: '131400' } });
    expect((await api.figureDifferences({ articleId })).differences).toEqual([]);
    expect((await api.story({ articleId })).differing.map(({ statements }) => statements.map(({ printed }) => printed))).toEqual([['131,400 tonnes', '134,100 tonnes']]);
    await expect(api.figureDifferences({ articleId: 7 })).rejects.toMatchObject({ code: 'article-missing' });
  });
});

describe('figures as files', () => {
  test('CSV, TSV and JSON hold each number exactly, with its sentence, source and date', async () => {
    const { api, profile } = await lensDesk({ 'exact en': [brief('Exact', '2026-11-18T02:00:00Z', '<p>A loss of $(12.6) million was told, "in quotes", of 0.1234567890123456789 tonnes.</p>')] });
    const text = async (format: 'csv' | 'tsv' | 'json'): Promise<string> => {
      const file = await api.exportFigures({ format });
      expect(file).toMatchObject({ figures: 2, name: expect.stringMatching(new RegExp(`\\.${format}$`)) as string });
      return readFileSync(exchangePath(profile, file.file), 'utf8');
    };
    const expected = [
      { low: '-12600000', unit: 'USD', kind: 'money', title: 'Exact', source: 'exact', published: '2026-11-18', url: 'http://exact.example/0' },
      { low: '0.1234567890123456789', unit: 't', kind: 'mass', title: 'Exact' },
    ];
    const csv = await text('csv');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
    expect(rows).toMatchObject(expected);
    expect(rows[0]?.['sentence']).toBe('A loss of $(12.6) million was told, "in quotes", of 0.1234567890123456789 tonnes.');
    expect(parse(await text('tsv'), { columns: true, delimiter: '\t', quote: null })).toMatchObject(expected);
    expect(JSON.parse(await text('json'))).toMatchObject({ format: 'monazite-figures', version: 1, figures: expected });
    await expect(api.exportFigures({ format: 'csv', filter: { kinds: ['rank'] } })).rejects.toMatchObject({ code: 'nothing-to-export' });
  });
});
