import type { AlertReason } from '../../electron/contract/watch.ts';
import { entityName } from '../watch/entity-name.ts';
import type { Words } from '../words/use-words.ts';

function whyOne(reason: AlertReason, words: Words): string {
  const { t } = words;
  if (reason.kind === 'rule') return t('alerts.byRule', { title: reason.title });
  const named = reason.title || (reason.entityId === null ? '' : entityName(reason.entityId, words));
  const phrase = /^["“「『]([^"”」』]+)["”」』]$/u.exec(named)?.[1];
  const title = phrase ?? named;
  // What was typed is its own title: to say it twice tells nothing.
  const found = reason.words.filter((word) => word.toLowerCase() !== title.toLowerCase());
  return found.length > 0 ? t('alerts.byWords', { title, words: found.join(t('watch.wordJoiner')) }) : t('alerts.byWatch', { title });
}

/** Why something is told of: the watchlists and rules, with the words that matched. */
export function alertWhy(reasons: readonly AlertReason[], words: Words): string {
  return reasons.map((reason) => whyOne(reason, words)).join(words.t('alerts.reasonJoiner'));
}
