import type { PageItem } from '../../../../electron/core/parse/page/page-list.ts';
import type { PageFixture } from './fixtures.ts';

const DAY = 10;

/** In what items differ from those that a fixture holds, one line each; none where they are the same articles, named and dated alike. */
export function differences(items: readonly PageItem[], { items: expected, anyTimeOfDay, titleHolds }: PageFixture): string[] {
  const found = new Map(items.map((item) => [item.url, item]));
  const lines = (expected ?? []).flatMap(({ title, url, publishedAt }) => {
    const item = found.get(url);
    if (!item) return [`missing: ${url}`];
    const at = item.publishedAt === null ? null : new Date(item.publishedAt).toISOString();
    const isSameTime = anyTimeOfDay === true ? at?.slice(0, DAY) === publishedAt?.slice(0, DAY) || Math.abs((item.publishedAt ?? 0) - Date.parse(publishedAt ?? '')) < 86_400_000 : at === publishedAt;
    const isSameTitle = titleHolds === true ? item.title.startsWith(title) : item.title === title;
    return [...(isSameTitle ? [] : [`title: ${JSON.stringify(item.title)} for ${JSON.stringify(title)}`]), ...(isSameTime ? [] : [`date: ${at ?? 'none'} for ${publishedAt ?? 'none'} (${item.dateText ?? ''})`])];
  });
  const urls = new Set(expected?.map(({ url }) => url));
  return [...lines, ...items.filter(({ url }) => url === null || !urls.has(url)).map(({ url, title }) => `too much: ${url ?? 'no address'} ${title}`)];
}
