import * as v from 'valibot';
import { isBinding } from './command-keys.ts';

const binding = v.pipe(v.string(), v.maxLength(40), v.check(isBinding, 'not a key'));

/** The shape of what a person changed of the keys. A command that this version does not know is another version's. */
export const keySettingsSchema = v.strictObject({
  singleKeys: v.boolean(),
  own: v.record(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z-]{0,39}$/u)), v.pipe(v.array(binding), v.maxLength(6))),
});
