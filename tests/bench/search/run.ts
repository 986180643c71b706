/**
 * Search beside LIKE and SQLite's own tokenizers, in one run: `npm run bench:search`, `-- --articles 10000` for a small one,
 * `--each 30` for fewer queries of a kind, `--beside like,unicode61` to leave some of the others out, `--trigram 20000` to make
 * that index of the newest so many only, `--keep <folder>` to build there once and ask again later, `--only typed` for kinds of
 * questions whose name has that.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseQuery } from '../../../electron/contract/search/parse-query.ts';
import { NO_ALIASES } from '../../../electron/core/search/aliases.ts';
import { compileQuery } from '../../../electron/core/search/compile-query.ts';
import { findByTime } from '../../../electron/core/search/find-ids.ts';
import { searchArticles } from '../../../electron/core/search/search-articles.ts';
import { formatTable, median, quantile, type Line } from '../stats.ts';
import { openStore } from '../../../electron/core/store/open-store.ts';
import { fillLibrary, vocabulariesOf, type Filling } from './library.ts';
import { openOthers, TOKENIZERS, type OtherIndex, type Tokenizer } from './others.ts';
import { queryKinds } from './queries.ts';

const { values } = parseArgs({ options: { articles: { type: 'string' }, seed: { type: 'string' }, each: { type: 'string' }, beside: { type: 'string' }, trigram: { type: 'string' }, keep: { type: 'string' }, only: { type: 'string' } } });
const total = Number(values.articles ?? 100_000);
const seed = Number(values.seed ?? 7);
const now = Date.UTC(2026, 10, 23, 12);
const KNOWLEDGE = { aliases: NO_ALIASES, articlesOf: null };
/** Each reads everything there is. */
const LIKE_SAMPLES = 5;

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'monazite-search-'));
mkdirSync(folder, { recursive: true });
const beside = (values.beside ?? ['like', ...TOKENIZERS].join(',')).split(',');
const trigrams = Math.min(total, Number(values.trigram ?? total));
const others = beside.includes('like') ? openOthers(folder, TOKENIZERS.filter((name) => beside.includes(name)), { trigram: trigrams }) : null;
const has = (name: Tokenizer): boolean => others !== null && beside.includes(name);
/** Milliseconds of processor time: others on the machine count for nothing. */
const timed = (work: () => unknown): number => {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
};

/** What an earlier run built in the folder that is kept. */
interface Built extends Filling {
  readonly total: number;
  readonly seed: number;
  readonly others: readonly OtherIndex[];
}

const builtPath = join(folder, 'built.json');

function build(vocabularies: ReturnType<typeof vocabulariesOf>): Built {
  const started = Date.now();
  const { store, ...filling } = fillLibrary(join(folder, 'profile'), total, {
    seed, now, vocabularies,
    plain(article, behind) {
      others?.add(article, behind);
      if (behind % 5000 === 0) process.stderr.write(`${(total - behind).toLocaleString('en')} of ${total.toLocaleString('en')} stored after ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
    },
  });
  store.close();
  const built: Built = { ...filling, total, seed, others: others?.finish() ?? [] };
  writeFileSync(builtPath, JSON.stringify(built));
  return built;
}

try {
  const vocabularies = vocabulariesOf(seed);
  const known = existsSync(builtPath) ? (JSON.parse(readFileSync(builtPath, 'utf8')) as Built) : null;
  if (known && (known.total !== total || known.seed !== seed)) throw new Error(`${folder} holds ${known.total} articles of seed ${known.seed}`);
  const { tokensMs, storingMs, longestMs, textBytes, others: built } = known ?? build(vocabularies);
  const store = openStore({ profile: join(folder, 'profile'), now: () => now });
  const indexBytes = store.get<{ n: number }>('SELECT (SELECT sum(length(block)) FROM search_data) + (SELECT sum(length(sz)) FROM search_docsize) AS n')?.n ?? 0;
  console.log(formatTable(`An index of ${total.toLocaleString('en')} articles, half of them Chinese, ${(textBytes / 1e6).toFixed(0)} MB of text`, [
    { what: 'making tokens, an article', value: tokensMs / total, unit: 'ms' },
    { what: 'storing with index, an article', value: storingMs / total, unit: 'ms' },
    { what: 'the longest of documents of 50', value: longestMs, unit: 'ms' },
    { what: 'the index', value: indexBytes / 1e6, unit: 'MB', against: { what: 'the text', value: textBytes / 1e6 } },
    { what: 'the whole library', value: statSync(join(folder, 'profile/library/monazite.db')).size / 1e6, unit: 'MB', against: { what: 'the text', value: textBytes / 1e6 } },
    ...built.flatMap(({ name, articles, ms, bytes }): Line[] => {
      const of = articles < total ? ` (of the newest ${articles.toLocaleString('en')} only)` : '';
      return [
        { what: `${name}: inserting, an article${of}`, value: ms / articles, unit: 'ms' },
        { what: `${name}: its index${of}`, value: bytes / 1e6, unit: 'MB', against: { what: of === '' ? 'the text' : 'the text of as many', value: (textBytes * articles) / total / 1e6 } },
      ];
    }),
  ]));

  const lines: Line[] = [];
  const kinds = queryKinds(vocabularies, { seed, each: Number(values.each ?? 80) }).filter(({ name }) => name.includes(values.only ?? ''));
  for (const { name, words, queries } of kinds) {
    const compile = (query: string) => compileQuery(parseQuery(query, now), { library: store, knowledge: KNOWLEDGE, exact: true });
    const moment = { asOf: store.stamp(), now };
    const inStore = queries.map((query) => {
      const compiled = compile(query);
      return timed(() => findByTime(store, { query: compiled, scope: { kind: 'all' }, unreadOnly: false, moment }, Number.MAX_SAFE_INTEGER, 50));
    });
    const whole = queries.map((query) => timed(() => searchArticles(store, KNOWLEDGE, { query, limit: 50, exact: true }, moment)));
    const ranked = queries.map((query) => timed(() => searchArticles(store, KNOWLEDGE, { query, limit: 50, exact: true, order: 'rank' }, moment)));
    const plain = queries.slice(0, LIKE_SAMPLES).map((query) => query.trim().split(' ')[0] ?? '');
    const likes = (most: number): number => median(plain.map((word) => timed(() => others?.like(word, most))));
    const begins = /typed|beginning/.test(name);
    const matched = (table: Tokenizer, most: number): Line['against'] => ({
      what: `${table}, p95${most < total ? ` (of ${most.toLocaleString('en')})` : ''}`,
      value: quantile(queries.map((query) => timed(() => others?.match(table, query.trim().split(' ')[0] ?? '', begins))), 0.95),
    });
    const isCompared = others !== null && (words || /one Chinese|a Chinese/.test(name));
    const like = isCompared ? { what: 'LIKE over everything, median', value: likes(-1), ...(words && { target: 0.01 }) } : null;
    lines.push(
      { what: `${name}: in the store, p50`, value: median(inStore), unit: 'ms', ...(like && { against: like }) },
      { what: `${name}: in the store, p95`, value: quantile(inStore, 0.95), unit: 'ms', ...(words && { target: 5 }), ...(has('unicode61') && { against: matched('unicode61', total) }) },
      ...(has('trigram') ? [{ what: `${name}: in the store, p95`, value: quantile(inStore, 0.95), unit: 'ms', against: matched('trigram', trigrams) }] : []),
      { what: `${name}: whole call, p50`, value: median(whole), unit: 'ms', ...(isCompared && { against: { what: 'LIKE, the newest 50, median', value: likes(50) } }) },
      { what: `${name}: whole call, p95`, value: quantile(whole, 0.95), unit: 'ms', target: 50 },
      { what: `${name}: whole call, p99`, value: quantile(whole, 0.99), unit: 'ms' },
      { what: `${name}: ranked, p95`, value: quantile(ranked, 0.95), unit: 'ms', target: 50 },
    );
  }
  console.log(formatTable('Questions, the newest 50', lines));
  if (others) {
    const misses = ['稀土', '镝', '镨钕'].map((word) => `${word}: unicode61 ${others.match('unicode61', word)}, trigram ${others.match('trigram', word)}, ours ${searchArticles(store, KNOWLEDGE, { query: word, limit: 50, exact: true }, { asOf: store.stamp(), now }).articles.length}`);
    console.log(`\nOf the newest 50, found: ${misses.join('; ')}`);
  }
  store.close();
} finally {
  others?.close();
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
