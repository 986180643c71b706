import { titleText } from '../title-text.ts';
import { articleKeys, articleSerial, hostFamily } from './article-key.ts';
import { findDate } from './find-date.ts';
import { fillTemplate, isTemplate, scalarAt } from './json-path.ts';
import type { Json } from './json-path.ts';
import type { PageItem } from './page-list.ts';
import type { JsonRules } from './page-rules.ts';
import { zoneOf } from './page-zone.ts';
import { resolveDates } from './resolve-dates.ts';
import { titleWidth } from './title-width.ts';
import { webUrl } from './web-url.ts';

const LONGEST_SUMMARY = 600;

/** Plain words of a value that may hold HTML. */
export function plainWords(value: string | null): string | null {
  return value === null ? null : titleText(value.slice(0, 6000), value.includes('<'));
}

/** The address of the link that a value holds as HTML, or null. */
export function linkedIn(value: string): string | null {
  return /<a\s[^>]{0,500}?\bhref\s{0,5}=\s{0,5}["']?([^"'\s>]{1,2000})/i.exec(value.slice(0, 3000))?.[1]?.replaceAll('&amp;', '&') ?? null;
}

function addressOf(element: Json, link: string, base: string): string | null {
  const text = isTemplate(link) ? fillTemplate(link, element) : scalarAt(element, link);
  return text === null || text.trim() === '' ? null : (webUrl(linkedIn(text) ?? text, base)?.href ?? null);
}

function guidOf(element: Json, rules: JsonRules, key: string | null, base: string): string | null {
  if (key !== null || rules.id === null) return key;
  const id = scalarAt(element, rules.id);
  return id === null || id === '' ? null : `${hostFamily(URL.parse(base)?.hostname ?? '')}#${id.slice(0, 200)}`;
}

/** Reads the elements of a JSON list as items, in its order; elements without a title give none, and a repeated address gives one. */
export function readJsonItems(elements: readonly Json[], rules: JsonRules, base: string, now: number, lang: string | null = null): PageItem[] {
  const drafts = elements.flatMap((element) => {
    const title = plainWords(scalarAt(element, rules.title));
    return title === null || titleWidth(title) < 2 ? [] : [{ element, title, url: addressOf(element, rules.link, base) }];
  });
  const keys = articleKeys(drafts.map(({ url }) => url ?? ''));
  const guids = drafts.map(({ element }, at) => guidOf(element, rules, keys[at] ?? null, base));
  const host = URL.parse(base)?.hostname ?? '';
  const zone = zoneOf(host, lang, drafts.slice(0, 30).map(({ title }) => title).join(' '));
  const utc = rules.date !== null && /(?:gmt|utc)$/i.test(rules.date);
  const dates = resolveDates(drafts.map(({ element }, at) => {
    const found = rules.date === null ? null : findDate(scalarAt(element, rules.date) ?? '');
    const date = found && utc && found.date.clock?.zone === null ? { ...found.date, clock: { ...found.date.clock, zone: 0 } } : (found?.date ?? null);
    return { date, head: null, serial: articleSerial(guids[at] ?? null) };
  }), { now, zone: zone.zone, dayFirst: zone.dayFirst });
  const seen = new Set<string>();
  return drafts.flatMap(({ element, title, url }, at): PageItem[] => {
    const guid = guids[at] ?? null;
    const name = guid ?? url ?? title;
    if (seen.has(name)) return [];
    seen.add(name);
    const dateText = rules.date === null ? null : (scalarAt(element, rules.date)?.slice(0, 100) ?? null);
    const summary = rules.summary === null ? null : (plainWords(scalarAt(element, rules.summary))?.slice(0, LONGEST_SUMMARY) ?? null);
    return [{ title, url, publishedAt: dates[at]?.at ?? null, publishedDay: dates[at]?.day ?? null, zoneAssumed: dates[at]?.zoneAssumed ?? false, dateText, summary: summary === title ? null : summary, guid }];
  });
}
