import * as v from 'valibot';
import type { PageExample, PageRules } from './page.ts';

const selector = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));
const path = v.pipe(v.string(), v.trim(), v.maxLength(500));
const optionalSelector = v.nullable(selector);

/** How a page is read, as it crosses every carrier and lies in the store; whether a selector can be read is the engine's to say. */
export const pageRulesSchema: v.GenericSchema<unknown, PageRules> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('html'),
    in: v.optional(v.nullable(path)),
    item: selector,
    title: optionalSelector,
    link: optionalSelector,
    date: optionalSelector,
    summary: optionalSelector,
  }),
  v.strictObject({
    kind: v.literal('json'),
    in: v.optional(optionalSelector),
    items: path,
    title: path,
    link: path,
    date: v.nullable(path),
    summary: v.nullable(path),
    id: v.nullable(path),
  }),
]);

export const pageExampleSchema: v.GenericSchema<unknown, PageExample> = v.strictObject({
  title: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  url: v.optional(v.pipe(v.string(), v.maxLength(8192))),
});

/** Rules as JSON text from elsewhere, held to their shape; null where they are none. */
export function readPageRules(text: string): PageRules | null {
  try {
    const result = v.safeParse(pageRulesSchema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    // No JSON, so no rules.
    return null;
  }
}
