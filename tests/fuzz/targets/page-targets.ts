import { findPageLists } from '../../../electron/core/parse/page/find-page-lists.ts';
import { pageLinks } from '../../../electron/core/parse/page/page-links.ts';
import { readPage } from '../../../electron/core/parse/page/read-page.ts';
import { html } from '../generate.ts';
import { mutate } from '../mutate.ts';
import { hold, type FuzzTarget } from './fuzz-target.ts';

const URL_OF = 'https://metals.example/news/';
const NOW = Date.UTC(2026, 10, 20);

/** A page gives lists whose items can be asked for, each read the same way by the rules that it proposes; or it gives none. */
export const PAGE: FuzzTarget = {
  name: 'page',
  make: (random, seeds) => {
    const page = Buffer.concat([random.pick(seeds.pages), Buffer.from(random.chance(0.3) ? html(random) : '')]);
    return random.chance(0.8) ? mutate(page, random) : page;
  },
  check(bytes) {
    const text = Buffer.from(bytes).toString('utf8');
    const lists = findPageLists(text, { url: URL_OF, now: NOW });
    hold(JSON.stringify(lists) === JSON.stringify(findPageLists(text, { url: URL_OF, now: NOW })), 'two readings of the same page');
    for (const { rules, items } of lists.slice(0, 3)) {
      for (const { url, publishedAt } of items) {
        hold(url === null || /^https?:\/\/[^/]/.test(url), 'an item that cannot be asked for', url);
        hold(publishedAt === null || Number.isInteger(publishedAt), 'a time that cannot be', publishedAt);
      }
      const reading = readPage(text, { url: URL_OF, rules, now: NOW });
      hold(reading.kind !== 'items' || reading.feed.items.length > 0, 'a page read as an empty feed', rules);
    }
    for (const { url } of pageLinks(text, URL_OF)) hold(/^https?:\/\/[^/]/.test(url), 'a link that cannot be asked', url);
  },
};
