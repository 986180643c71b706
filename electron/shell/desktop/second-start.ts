import * as v from 'valibot';
import type { OpenRequest } from './open-request.ts';

const request = v.variant('kind', [
  v.strictObject({ kind: v.literal('feed'), url: v.pipe(v.string(), v.maxLength(8192)) }),
  v.strictObject({ kind: v.literal('article'), articleId: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
  v.strictObject({ kind: v.literal('file'), path: v.string() }),
]);
const handedOver = v.object({ args: v.object({ open: v.array(request) }) });

/** What a second start asks the first to open; nothing where its data are not ours, as those of another version. */
export function requestsOfSecondStart(data: unknown): readonly OpenRequest[] {
  const result = v.safeParse(handedOver, data);
  return result.success ? result.output.args.open : [];
}
