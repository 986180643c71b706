import type { Entity } from '../../electron/contract/gazetteer.ts';
import type { FigureSubject } from '../../electron/contract/lens.ts';
import { foldText } from '../../electron/contract/search/fold.ts';
import { entitiesNow } from '../client/watch-queries.ts';
import { nameOf } from '../entities/name-of.ts';
import type { Words } from '../words/use-words.ts';

const HAN = /\p{Script=Han}/u;

function isCalled({ names, aliases }: Entity, folded: string): boolean {
  return [...Object.values(names), ...aliases.map(({ text }) => text)].some((form) => foldText(form) === folded);
}

/**
 * What a figure is of, in the words of its text. Where these are a name of something known and no more, and are not in the
 * script of the window, it is called as the window calls it: "Dysprosium oxide" is 氧化镝 in a Chinese one.
 */
export function subjectName({ words: text, entityIds }: FigureSubject, { format }: Pick<Words, 'format'>, known = entitiesNow()): string {
  const isChinese = format.locale.startsWith('zh');
  if (!known || HAN.test(text) === isChinese) return text;
  const folded = foldText(text);
  const entity = entityIds.map((id) => known.get(id)).find((one) => one !== undefined && isCalled(one, folded));
  if (!entity) return text;
  const name = nameOf(entity, format.locale);
  return name.lang.startsWith('zh') === isChinese ? name.text : text;
}
