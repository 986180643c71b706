import { hash } from 'node:crypto';
import { jsonFeed, xmlFeed } from '../generate.ts';
import { mutate } from '../mutate.ts';
import { Random } from '../random.ts';
import type { Seeds } from '../seeds.ts';
import { hold, type FuzzTarget } from './fuzz-target.ts';
import { holdDocument, outlineOf, read, told } from './read.ts';

function document(random: Random, { feeds }: Seeds): Uint8Array {
  const made = random.pick([() => random.pick(feeds), () => Buffer.from(xmlFeed(random)), () => Buffer.from(jsonFeed(random))])();
  return random.chance(0.7) ? mutate(made, random) : made;
}

/** Any bytes become articles that the store and the window can rely on, or a code; the same bytes the same. */
export const FEED: FuzzTarget = {
  name: 'feed',
  make: document,
  async check(bytes) {
    const first = await read(bytes);
    holdDocument(first);
    const second = await read(Uint8Array.from(bytes));
    hold(told(first) === told(second), 'the same bytes gave other articles');
  },
};

/** Another state of the same feed, made from its bytes alone, so that one file tells a whole case. */
function nextState(bytes: Uint8Array): Buffer {
  const random = new Random(Number.parseInt(hash('sha256', bytes).slice(0, 8), 16));
  const text = Buffer.from(bytes).toString('latin1');
  const items = text.match(/<(item|entry)\b[\s\S]*?<\/\1>/g) ?? [];
  if (items.length < 2 || random.chance(0.3)) return mutate(bytes, random);
  const [one, other] = [random.pick(items), random.pick(items)];
  const changed = random.pick([
    () => text.replace(one, ''),
    () => text.replace(one, () => one + other),
    () => text.replace(one, () => other),
    () => text.replace(one, () => mutate(Buffer.from(one, 'latin1'), random).toString('latin1')),
    () => text.replace(one, () => `${one}<item><guid>${random.int(9)}</guid><title>New</title></item>`),
  ])();
  return Buffer.from(changed, 'latin1');
}

/** What is known of the last document and need not be read again changes nothing but the work. */
export const KNOWN: FuzzTarget = {
  name: 'known',
  make: document,
  async check(bytes) {
    const last = await read(bytes);
    if (last.kind === 'failed' || last.knownItems === null) return;
    for (const state of [Buffer.from(bytes), nextState(bytes)]) {
      const [whole, rest] = [await read(state), await read(state, last.knownItems)];
      hold(whole.kind === rest.kind, 'known items changed whether it is a feed', [whole.kind, rest.kind]);
      if (whole.kind === 'failed' || rest.kind === 'failed') continue;
      const [all, some] = [whole.document.articles, rest.document.articles];
      hold(all.length === some.length, 'known items changed how many articles there are', [all.length, some.length]);
      for (const [at, article] of all.entries()) {
        const other = some[at];
        hold(other !== undefined && outlineOf(article) === outlineOf(other), 'known items changed an article', [article.title, other?.title]);
      }
      hold(whole.knownItems === rest.knownItems, 'known items changed what is known next time');
    }
  },
};
