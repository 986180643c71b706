import type { Feed, Folder } from '../../electron/contract/model.ts';
import type { Rule, RuleConditions, RuleEffects } from '../../electron/contract/rules.ts';
import type { Words } from '../words/use-words.ts';

export interface KnownSources {
  readonly feeds: readonly Feed[];
  readonly folders: readonly Folder[];
}

function whenWords({ query, feedIds = [], folderIds = [], langs = [] }: RuleConditions, { feeds, folders }: KnownSources, { t, format }: Words): string {
  const titles = [...folderIds.map((id) => folders.find((folder) => folder.id === id)?.title), ...feedIds.map((id) => feeds.find((feed) => feed.id === id)?.title)];
  const names = titles.filter((title) => title !== undefined).join(t('rules.joiner'));
  return [
    query === undefined ? '' : t('rules.whenQuery', { query }),
    names === '' ? '' : t('rules.whenSources', { names }),
    langs.length === 0 ? '' : t('rules.whenLangs', { names: langs.map((lang) => format.language(lang)).join(t('rules.joiner')) }),
  ]
    .filter(Boolean)
    .join(t('rules.joiner'));
}

const DONE = ['mute', 'markRead', 'bookmark', 'raise', 'notify'] as const satisfies readonly (keyof RuleEffects)[];

function effectWords(effects: RuleEffects, { t }: Words): string {
  const done = DONE.filter((effect) => effects[effect] === true).map((effect) => t(`rules.row.${effect}`));
  const tags = effects.tags ?? [];
  return [...done, ...(tags.length > 0 ? [t('rules.tagWith', { tags: tags.join(t('rules.joiner')) })] : [])].join(t('rules.joiner'));
}

/** What a rule does, in one line: "finds sponsored, from Trade press: mute". */
export function ruleWords({ when, effects }: Pick<Rule, 'when' | 'effects'>, known: KnownSources, words: Words): string {
  return words.t('rules.sentence', { when: whenWords(when, known, words), effects: effectWords(effects, words) });
}
