import type { Rule, RuleConditions, RuleDraft, RuleEffects } from '../../electron/contract/rules.ts';

/** A rule as its fields hold it. */
export interface RuleFields {
  readonly title: string;
  readonly query: string;
  /** Any of these; none for any. `feed:7`, `folder:3`. */
  readonly sources: readonly string[];
  /** Any of these; none for any. */
  readonly langs: readonly string[];
  readonly effects: Omit<RuleEffects, 'tags'>;
  readonly tags: string;
}

const EMPTY: RuleFields = { title: '', query: '', sources: [], langs: [], effects: {}, tags: '' };

/** What the fields show first. */
export function fieldsOf(rule: Rule | null, query: string): RuleFields {
  if (!rule) return { ...EMPTY, query };
  const { feedIds = [], folderIds = [], langs = [] } = rule.when;
  const { tags = [], ...effects } = rule.effects;
  return {
    title: rule.title,
    query: rule.when.query ?? '',
    sources: [...folderIds.map((id) => `folder:${id}`), ...feedIds.map((id) => `feed:${id}`)],
    langs,
    effects,
    tags: tags.join(', '),
  };
}

function idsOf(sources: readonly string[], kind: 'feed' | 'folder'): number[] {
  return sources.filter((source) => source.startsWith(`${kind}:`)).map((source) => Number(source.slice(kind.length + 1)));
}

/** What the fields ask for. */
export function conditionsOf({ query: typed, sources, langs }: RuleFields): RuleConditions {
  const query = typed.trim();
  const [feedIds, folderIds] = [idsOf(sources, 'feed'), idsOf(sources, 'folder')];
  return { ...(query === '' ? {} : { query }), ...(feedIds.length > 0 && { feedIds }), ...(folderIds.length > 0 && { folderIds }), ...(langs.length > 0 && { langs }) };
}

/** Titles parted by commas of either script, each once. */
function tagsOf(tags: string): string[] {
  return [...new Set(tags.split(/[,，、]/).map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}

/** The rule that the fields make. */
export function draftOf(fields: RuleFields, before: Rule | null): RuleDraft {
  const tags = tagsOf(fields.tags);
  return { title: fields.title.trim(), enabled: before?.enabled ?? true, when: conditionsOf(fields), effects: { ...fields.effects, ...(tags.length > 0 && { tags }) } };
}

/** Whether there is anything to be tried. */
export function hasConditions({ query, sources, langs }: RuleFields): boolean {
  return query.trim() !== '' || sources.length > 0 || langs.length > 0;
}

/** Whether the rule would do anything. */
export function hasEffects({ effects, tags }: RuleFields): boolean {
  return Object.values(effects).includes(true) || tagsOf(tags).length > 0;
}
