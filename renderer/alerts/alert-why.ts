import type { AlertReason } from '../../electron/contract/watch.ts';
import { entityName } from '../watch/entity-name.ts';
import type { Words } from '../words/use-words.ts';

/** Without capitals, joins and the end of a plural. */
function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[\s-]+/gu, ' ').replaceAll(/(?<=[a-z]{3})s(?![a-z])/gu, '');
}

function whyOne(reason: AlertReason, words: Words): string {
  const { t } = words;
  if (reason.kind === 'rule') return t('alerts.byRule', { title: reason.title });
  const named = reason.title || (reason.entityId === null ? '' : entityName(reason.entityId, words));
  const phrase = /^["“「『]([^"”」』]+)["”」』]$/u.exec(named)?.[1];
  const title = phrase ?? named;
  // What was typed is its own title: to say it twice, or in the plural, tells nothing.
  const found = reason.words.filter((word) => plain(word) !== plain(title));
  return found.length > 0 ? t('alerts.byWords', { title, words: found.join(t('watch.wordJoiner')) }) : t('alerts.byWatch', { title });
}

/** Why something is told of: the watchlists and rules, with the words that matched. */
export function alertWhy(reasons: readonly AlertReason[], words: Words): string {
  return reasons.map((reason) => whyOne(reason, words)).join(words.t('alerts.reasonJoiner'));
}
