import * as v from 'valibot';
import type { ArgsOf, ReaderMethod } from './api.ts';
import { ReaderError } from './errors.ts';
import { bookmarkSchemas } from './validate-bookmark.ts';
import { gazetteerSchemas } from './validate-gazetteer.ts';
import { articleLookSchema, readingSchemas } from './validate-reading.ts';
import { desktopSchemas, desktopSettingsSchema } from './validate-desktop.ts';
import { fullTextSchemas, textOriginSchema } from './validate-full-text.ts';
import { transferSchemas } from './validate-transfer.ts';
import { backupSchemas } from './validate-backup.ts';
import { offlineSchemas, offlineSettingsSchema } from './validate-offline.ts';
import { keySettingsSchema } from './validate-keys.ts';
import { catalogueSchemas } from './validate-catalogue.ts';
import { credentialsSchema, newCredentialsSchema } from './validate-credentials.ts';
import { scopeSchema, searchSchemas } from './validate-search.ts';
import { savingSchemas } from './validate-saving.ts';
import { alertSettingsSchema, ruleSchemas, watchSchemas } from './validate-watch.ts';
import { lensSchemas, usdRateSchema } from './validate-lens.ts';
import { storiesSchemas } from './validate-stories.ts';
import { pageExampleSchema, pageRulesSchema } from './validate-page.ts';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const address = v.pipe(v.string(), v.maxLength(8192));
const title = v.pipe(v.string(), v.trim(), v.maxLength(500));
const none = v.strictObject({}) as unknown as v.GenericSchema<Record<string, never>>;

const scope = scopeSchema;

const width = v.nullable(v.pipe(v.number(), v.minValue(120), v.maxValue(1200)));

const typedQuery = v.pipe(v.string(), v.maxLength(1000));

const place = v.strictObject({
  scope,
  articleId: v.nullable(id),
  listTopId: v.nullable(id),
  articleScroll: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  search: v.optional(
    v.nullable(
      v.strictObject({ query: typedQuery, inScope: v.boolean(), order: v.picklist(['time', 'rank']), exact: v.boolean(), articleId: v.nullable(id), listTopId: v.nullable(id) }),
    ),
  ),
});

/** The shape of the settings file; whatever is stored is held to it as well. */
export const settingsSchema = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  language: v.picklist(['system', 'en', 'zh-CN']),
  density: v.picklist(['compact', 'standard', 'roomy']),
  textSize: v.picklist([15, 16, 17, 18, 20, 22, 24]),
  articleLook: articleLookSchema,
  refreshMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)),
  keepImages: v.boolean(),
  offline: offlineSettingsSchema,
  alerts: alertSettingsSchema,
  desktop: desktopSettingsSchema,
  unreadOnly: v.boolean(),
  welcomed: v.boolean(),
  stories: v.boolean(),
  readStories: v.boolean(),
  readPassed: v.boolean(),
  usdRate: v.nullable(usdRateSchema),
  sidebarWidth: width,
  listWidth: width,
  sidebarHidden: v.boolean(),
  lensShown: v.boolean(),
  closedFolders: v.pipe(v.array(id), v.maxLength(10_000)),
  recentSearches: v.pipe(v.array(typedQuery), v.maxLength(8)),
  recentChoices: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(20)),
  keys: keySettingsSchema,
  place: v.nullable(place),
});

const someFeeds = v.pipe(v.array(id), v.maxLength(10_000));

/** One schema a method. A method without one, or with one of another shape, does not compile. */
const schemas: { readonly [M in ReaderMethod]: v.GenericSchema<unknown, ArgsOf<M>> } = {
  discover: v.strictObject({ url: address, credentials: v.optional(credentialsSchema) }),
  subscribe: v.strictObject({
    url: address,
    folder: v.optional(v.nullable(v.union([title, id]))),
    title: v.optional(title),
    page: v.optional(pageRulesSchema),
    credentials: v.optional(credentialsSchema),
  }),
  previewPage: v.strictObject({
    url: address,
    rules: v.optional(pageRulesSchema),
    example: v.optional(pageExampleSchema),
    credentials: v.optional(credentialsSchema),
  }),
  setPageRules: v.strictObject({ feedId: id, rules: pageRulesSchema }),
  setFeedAddress: v.strictObject({ feedId: id, url: address }),
  setCredentials: v.strictObject({ feedId: id, credentials: v.nullable(newCredentialsSchema) }),
  pauseFeed: v.strictObject({ feedId: id, paused: v.boolean() }),
  unsubscribe: v.strictObject({ feedId: id }),
  unsubscribePreview: v.strictObject({ feedId: id }),
  listFeeds: v.strictObject({ feedIds: v.optional(someFeeds) }),
  renameFeed: v.strictObject({ feedId: id, title }),
  moveFeed: v.strictObject({ feedId: id, folderId: v.nullable(id) }),
  createFolder: v.strictObject({ title: v.pipe(title, v.minLength(1)), parentId: v.optional(v.nullable(id)) }),
  renameFolder: v.strictObject({ folderId: id, title: v.pipe(title, v.minLength(1)) }),
  deleteFolder: v.strictObject({ folderId: id }),
  previewOpml: v.strictObject({ opml: v.string() }),
  importOpml: v.strictObject({ opml: v.string() }),
  importProgress: none,
  exportOpml: v.strictObject({ withoutKeys: v.optional(v.boolean()) }),
  refresh: v.strictObject({
    feedIds: v.optional(v.array(id)),
    folderId: v.optional(id),
    onlyDue: v.optional(v.boolean()),
  }),
  cancelRefresh: none,
  refreshProgress: none,
  fillGap: v.strictObject({ feedId: id }),
  dismissGap: v.strictObject({ feedId: id }),
  sources: v.strictObject({ feedIds: v.optional(someFeeds) }),
  sourceTries: v.strictObject({ feedId: id, limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) }),
  activity: v.strictObject({ limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), before: v.optional(v.nullable(id)) }),
  exportSources: none,
  listArticles: v.strictObject({
    stories: v.optional(v.boolean()),
    scope,
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
    cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200)))),
    order: v.optional(v.picklist(['time', 'kept'])),
    unreadOnly: v.optional(v.boolean()),
  }),
  getArticle: v.strictObject({ articleId: id, text: v.optional(textOriginSchema) }),
  countArrived: v.strictObject({ scope, since: time, unreadOnly: v.optional(v.boolean()) }),
  counts: none,
  setRead: v.strictObject({ articleIds: v.pipe(v.array(id), v.maxLength(100_000)), read: v.boolean() }),
  markAllRead: v.strictObject({ scope, before: time }),
  undoMarkAllRead: v.strictObject({ batch: time }),
  setBookmarked: v.strictObject({ articleId: id, bookmarked: v.boolean() }),
  keepImages: v.strictObject({ articleId: id }),
  ...bookmarkSchemas,
  ...transferSchemas,
  cleanUp: v.strictObject({ before: time, dryRun: v.optional(v.boolean()) }),
  getSettings: none,
  setSettings: v.partial(settingsSchema),
  appInfo: none,
  firstScreen: none,
  ...savingSchemas,
  ...searchSchemas,
  ...fullTextSchemas,
  ...readingSchemas,
  ...gazetteerSchemas,
  ...backupSchemas,
  ...catalogueSchemas,
  ...offlineSchemas,
  ...watchSchemas,
  ...ruleSchemas,
  ...storiesSchemas,
  ...lensSchemas,
  ...desktopSchemas,
};

export function isReaderMethod(method: string): method is ReaderMethod {
  return Object.hasOwn(schemas, method);
}

export const READER_METHODS = Object.keys(schemas) as ReaderMethod[];

/** The arguments of a call, held to the method's schema. Throws `unknown-method` or `invalid-argument` (detail.path says where). */
export function validateArgs<M extends ReaderMethod>(method: M, args: unknown): ArgsOf<M> {
  const result = v.safeParse(schemas[method], args ?? {});
  if (result.success) return result.output;
  const issue = result.issues[0];
  const whole = v.getDotPath(issue) ?? '';
  const inCredentials = /^credentials(\.(kind|user|password|name|value|keys))?/.exec(whole)?.[0];
  const path = inCredentials ?? whole;
  // What was received there is no one's to repeat.
  const reason = inCredentials === undefined ? issue.message : issue.message.replace(/ but received .*$/s, '');
  throw new ReaderError('invalid-argument', `${method}: ${path ? `${path}: ` : ''}${reason}`, { method, path, reason });
}
