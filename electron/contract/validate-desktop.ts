import * as v from 'valibot';
import { MOST_OFFERED_BYTES, type DesktopApi } from './desktop.ts';
import { SETTING_NAME, SETTING_SECTIONS } from './settings-place.ts';

const articleId = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const desktopSettingsSchema = v.strictObject({
  tray: v.boolean(),
  closeToTray: v.boolean(),
  trayExplained: v.boolean(),
  startAtLogin: v.boolean(),
  badge: v.boolean(),
  updates: v.boolean(),
  quietOnBattery: v.boolean(),
  quietOnMetered: v.boolean(),
});

const offer = v.variant('kind', [
  v.strictObject({ kind: v.literal('feed'), url: v.pipe(v.string(), v.minLength(1), v.maxLength(8192)) }),
  v.strictObject({ kind: v.literal('article'), articleId }),
  v.strictObject({
    kind: v.literal('opml'),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
    base64: v.pipe(v.string(), v.maxLength(Math.ceil(MOST_OFFERED_BYTES / 3) * 4), v.check((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), 'no base64')),
  }),
]);

type Schemas = { readonly [M in keyof DesktopApi]: v.GenericSchema<unknown, Parameters<DesktopApi[M]>[0]> };

/** One schema a method of DesktopApi. */
export const desktopSchemas: Schemas = {
  offer: v.strictObject({ offer }),
  takeOffer: v.strictObject({}),
  shareArticle: v.strictObject({ articleId }),
  showSettings: v.strictObject({ section: v.optional(v.picklist(SETTING_SECTIONS)), setting: v.optional(v.pipe(v.string(), v.regex(SETTING_NAME))) }),
};
