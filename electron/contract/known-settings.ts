import * as v from 'valibot';
import type { Settings } from './settings.ts';
import { settingsSchema } from './validate.ts';

/** Of whatever was written as settings, what is known and as it must be; each by itself. */
export function knownSettings(written: unknown): Partial<Settings> {
  if (typeof written !== 'object' || written === null) return {};
  const known = Object.entries(settingsSchema.entries).flatMap(([name, schema]) => {
    const value = v.safeParse(schema, (written as Record<string, unknown>)[name]);
    return value.success ? [[name, value.output]] : [];
  });
  return Object.fromEntries(known) as Partial<Settings>;
}
