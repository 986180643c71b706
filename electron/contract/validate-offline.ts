import * as v from 'valibot';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const none = v.strictObject({}) as unknown as v.GenericSchema<Record<string, never>>;
const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

export const offlineSettingsSchema = v.strictObject({
  folders: v.union([v.literal('all'), v.pipe(v.array(id), v.maxLength(10_000))]),
  unreadDays: whole(365),
  budgetMb: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  evictDays: whole(3650),
  evictUnasked: v.optional(v.boolean(), false),
});

/** Schemas of the methods of OfflineApi. */
export const offlineSchemas = {
  offlinePlan: none,
  prepare: v.strictObject({ retry: v.optional(v.boolean()) }),
  cancelPrepare: none,
  prepareProgress: none,
  keepOffline: v.strictObject({ articleId: id, keep: v.boolean() }),
  storage: v.strictObject({ top: v.optional(whole(100)) }),
  evict: v.strictObject({ dryRun: v.optional(v.boolean()), free: v.optional(whole(Number.MAX_SAFE_INTEGER)) }),
} as const;
