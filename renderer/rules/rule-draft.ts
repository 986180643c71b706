import type { Rule, RuleConditions, RuleDraft, RuleEffects } from '../../electron/contract/rules.ts';

/** A rule as its fields hold it. */
export interface RuleFields {
  readonly title: string;
  readonly query: string;
  /** '' for any; `feed:7`, `folder:3`. */
  readonly source: string;
  /** '' for any. */
  readonly lang: string;
  readonly effects: Omit<RuleEffects, 'tags'>;
  readonly tags: string;
}

const EMPTY: RuleFields = { title: '', query: '', source: '', lang: '', effects: {}, tags: '' };

/** What the fields show first. */
export function fieldsOf(rule: Rule | null, query: string): RuleFields {
  if (!rule) return { ...EMPTY, query };
  const { feedIds = [], folderIds = [], langs = [] } = rule.when;
  const [folderId] = folderIds;
  const [feedId] = feedIds;
  const { tags = [], ...effects } = rule.effects;
  return {
    title: rule.title,
    query: rule.when.query ?? '',
    source: folderId !== undefined ? `folder:${folderId}` : feedId !== undefined ? `feed:${feedId}` : '',
    lang: langs[0] ?? '',
    effects,
    tags: tags.join(', '),
  };
}

/** What the fields ask for. What they cannot show of a rule that has several sources or languages is kept while they are untouched. */
export function conditionsOf(fields: RuleFields, before: Rule | null): RuleConditions {
  const query = fields.query.trim();
  const was = before && fieldsOf(before, '');
  const [kind, id] = fields.source.split(':');
  const sources = was?.source === fields.source && before ? { ...(before.when.feedIds && { feedIds: before.when.feedIds }), ...(before.when.folderIds && { folderIds: before.when.folderIds }) } : kind === 'feed' ? { feedIds: [Number(id)] } : kind === 'folder' ? { folderIds: [Number(id)] } : {};
  const langs = was?.lang === fields.lang && before ? { ...(before.when.langs && { langs: before.when.langs }) } : fields.lang === '' ? {} : { langs: [fields.lang] };
  return { ...(query === '' ? {} : { query }), ...sources, ...langs };
}

/** Titles parted by commas of either script, each once. */
function tagsOf(tags: string): string[] {
  return [...new Set(tags.split(/[,，、]/).map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}

/** The rule that the fields make. */
export function draftOf(fields: RuleFields, before: Rule | null): RuleDraft {
  const tags = tagsOf(fields.tags);
  return { title: fields.title.trim(), enabled: before?.enabled ?? true, when: conditionsOf(fields, before), effects: { ...fields.effects, ...(tags.length > 0 && { tags }) } };
}

/** Whether there is anything to be tried. */
export function hasConditions({ query, source, lang }: RuleFields): boolean {
  return query.trim() !== '' || source !== '' || lang !== '';
}

/** Whether the rule would do anything. */
export function hasEffects({ effects, tags }: RuleFields): boolean {
  return Object.values(effects).includes(true) || tagsOf(tags).length > 0;
}
