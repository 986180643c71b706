import * as v from 'valibot';
import { LONGEST_TAG } from './bookmark-limits.ts';
import type { RulesApi } from './rules.ts';
import type { WatchApi } from './watch.ts';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const none = v.strictObject({}) as unknown as v.GenericSchema<Record<string, never>>;
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const title = v.pipe(v.string(), v.trim(), v.maxLength(200));
const query = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000));
const cursor = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200))));
const articleIds = v.pipe(v.array(id), v.maxLength(100_000));
const alert = v.picklist(['off', 'notify', 'digest']);
const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439));

const watched = v.variant('kind', [
  v.strictObject({ kind: v.literal('entity'), entityId: v.pipe(v.string(), v.regex(/^[a-z]+:[\w.-]{1,80}$/i)) }),
  v.strictObject({ kind: v.literal('search'), query, exact: v.boolean() }),
]);

export const alertSettingsSchema = v.strictObject({ quiet: v.boolean(), quietFrom: minute, quietTo: minute, digestAt: minute, notify: v.boolean() });

type WatchSchemas = { readonly [M in keyof WatchApi]: v.GenericSchema<unknown, Parameters<WatchApi[M]>[0]> };

/** One schema a method of WatchApi. */
export const watchSchemas: WatchSchemas = {
  watches: none,
  addWatch: v.strictObject({ watched, title: v.optional(title), alert: v.optional(alert), position: v.optional(place) }),
  changeWatch: v.strictObject({ watchId: id, watched: v.optional(watched), title: v.optional(title), alert: v.optional(alert) }),
  removeWatch: v.strictObject({ watchId: id }),
  moveWatch: v.strictObject({ watchId: id, position: place }),
  watchReport: v.strictObject({ watchId: id, days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)), zone: v.pipe(v.string(), v.maxLength(64), v.check(isZone, 'no such time zone')) }),
  alerts: v.strictObject({ limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), cursor }),
  setAlertsSeen: v.strictObject({ alertIds: v.union([v.literal('all'), articleIds]), seen: v.boolean() }),
  takeNotices: none,
};

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const few = v.pipe(v.array(id), v.maxLength(10_000));
const when = v.strictObject({
  query: v.optional(query),
  feedIds: v.optional(few),
  folderIds: v.optional(few),
  langs: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z0-9]+)*$/i))), v.maxLength(50))),
});
const tagTitle = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_TAG));
const effects = v.strictObject({
  markRead: v.optional(v.boolean()),
  mute: v.optional(v.boolean()),
  bookmark: v.optional(v.boolean()),
  raise: v.optional(v.boolean()),
  notify: v.optional(v.boolean()),
  tags: v.optional(v.pipe(v.array(tagTitle), v.maxLength(20))),
});
const ruleTitle = v.pipe(title, v.minLength(1));
const draft = { title: ruleTitle, enabled: v.boolean(), when, effects };

type RuleSchemas = { readonly [M in keyof RulesApi]: v.GenericSchema<unknown, Parameters<RulesApi[M]>[0]> };

/** One schema a method of RulesApi. */
export const ruleSchemas: RuleSchemas = {
  rules: none,
  addRule: v.strictObject({ ...draft, position: v.optional(place) }),
  changeRule: v.strictObject({ ruleId: id, title: v.optional(ruleTitle), enabled: v.optional(v.boolean()), when: v.optional(when), effects: v.optional(effects) }),
  removeRule: v.strictObject({ ruleId: id }),
  moveRule: v.strictObject({ ruleId: id, position: place }),
  dryRunRule: v.strictObject({ rule: v.strictObject({ when }) }),
  runRule: v.strictObject({ ruleId: id }),
  ruleRuns: none,
  cancelRuleRun: none,
  undoRuleRun: v.strictObject({ runId: id }),
  setMuted: v.strictObject({ articleIds, muted: v.boolean() }),
  showMuted: v.strictObject({ ruleId: id }),
};
