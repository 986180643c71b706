import { expect, test } from 'vitest';
import { createRuleBook, type SiteRules } from '../../../electron/core/fetch/robots.ts';
import { createSiteRules } from '../../../electron/core/store/site-rules.ts';
import { DAY, NOON, testStore } from './library.ts';

const SITE = 'https://news.example';
const rulesUntil = (until: number, pattern = '/private'): SiteRules => ({ kind: 'rules', until, rules: { rules: [{ pattern, allow: false }], delayMs: 2000 } });

function kept(profile?: string) {
  const store = testStore(profile === undefined ? {} : { profile });
  const time = { now: NOON };
  const faults: unknown[] = [];
  const asked: string[] = [];
  const rules = createSiteRules(store, { now: () => time.now, onFault: (error) => faults.push(error) });
  const find = createRuleBook({
    ask: async (origin) => {
      asked.push(origin);
      return rulesUntil(time.now + DAY);
    },
    now: () => time.now,
    keeper: rules,
  });
  return { store, time, faults, asked, rules, find };
}

test('a site is asked once a day, whatever starts and ends meanwhile', async () => {
  const first = kept();
  await first.find(SITE, 'person');
  await first.find(SITE, 'person');
  first.store.close();
  const second = kept(first.store.profile);
  second.time.now += DAY - 1;
  expect(await second.find(SITE, 'person')).toEqual(rulesUntil(NOON + DAY));
  expect([first.asked, second.asked]).toEqual([[SITE], []]);
  second.time.now += 1;
  await second.find(SITE, 'person');
  expect(second.asked).toEqual([SITE]);
});

test('a clock that was put back by a year makes no rules last for one', async () => {
  const first = kept();
  await first.find(SITE, 'person');
  first.time.now -= 365 * DAY;
  await first.find(SITE, 'person');
  expect(first.asked).toEqual([SITE, SITE]);
});

test('rules that are over leave the library, and such as fill it are not kept', () => {
  const { store, time, rules } = kept();
  rules.keep(SITE, rulesUntil(NOON + DAY));
  time.now += 2 * DAY;
  rules.keep('https://other.example', { kind: 'rules', until: time.now + DAY, rules: 'all' });
  rules.keep('https://long.example', rulesUntil(time.now + DAY, 'x'.repeat(70_000)));
  expect(store.all('SELECT origin FROM site_rules')).toEqual([{ origin: 'https://other.example' }]);
  expect(rules.find('https://other.example')).toMatchObject({ rules: 'all' });
});

test('a library that cannot be read costs an ask and no more', async () => {
  const { store, faults, asked, find } = kept();
  store.db.exec('DROP TABLE site_rules');
  expect(await find(SITE, 'person')).toMatchObject({ kind: 'rules' });
  expect([asked, faults.length]).toEqual([[SITE], 2]);
});
