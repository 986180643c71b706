import type { Figure } from '../../../contract/lens.ts';
import { respectiveSubjects } from './respectively.ts';
import type { Stretch } from '../sentences.ts';

const JOINED = /^ (?:units|vehicles|pieces|sets|people) and $|^(?:, | and |, and |、|和|及|以及|,|\/)$|^[、和](?:增长|下降|上涨|下跌|提高|降低|增加|减少|增|降|涨|跌)$|^,? and (?:up|down) $/;

const DIRECTION = /^(?:up|down)$/;

/** "were 5, 6 and 7 respectively": each figure has its own member of the list in front. What is in brackets goes with the one before. */
export function shareOut(figures: readonly Figure[], { text, sentence, entitiesOf }: { readonly text: string; readonly sentence: Stretch; readonly entitiesOf: (words: string, at: Stretch) => string[] }): Figure[] {
  const words = text.slice(sentence.start, sentence.end);
  const out = [...figures];
  const measured = figures.filter(({ kind }) => kind !== 'date' && kind !== 'notice');
  const isBracketed = ({ place }: Figure): boolean => /[(（]\s*$/.test(text.slice(sentence.start, place.start)) && /^\s*[)）]/.test(text.slice(place.end));
  /** Of those in brackets, the one in front of the bracket. */
  const behind = new Map<Figure, Figure>();
  let known: readonly string[] = [];
  let told = sentence.start;
  for (let from = 0; from < measured.length; ) {
    const run = measured.slice(from, from + 1);
    let to = from + 1;
    for (let end = run[0]?.place.end ?? 0; to < measured.length; to += 1) {
      const next = measured[to];
      if (!next) break;
      if (isBracketed(next)) {
        behind.set(next, run.at(-1) ?? next);
        end = next.place.end + 1;
        continue;
      }
      if (!JOINED.test(text.slice(end, next.place.start))) break;
      run.push(next);
      end = next.place.end;
    }
    const [first] = run;
    const last = run.at(-1);
    if (run.length > 1 && first && last) {
      const ahead = measured.slice(0, from).map(({ subject }) => subject.words).filter((one, index, all) => one !== '' && all.indexOf(one) === index);
      // Without a list in front, they go by what was told last: 产值…，税收…，分别占…
      const isSame = known.length === run.length && !/ and |、|和|,.*,/.test(text.slice(told, first.place.start)) ;
      // 5.59/6.85/8.06亿元: of one thing in several years, where no such list stands in front.
      const isSlashed = text.slice(first.place.end, first.place.end + 1) === '/' || text.slice((run[1]?.place.start ?? 1) - 1, run[1]?.place.start) === '/';
      const one = isSlashed ? (respectiveSubjects(words.slice(0, first.place.start - sentence.start), run.length) ?? run.map(() => first.subject.words)) : null;
      const named = one ?? (isSame ? known : respectiveSubjects(words.slice(0, first.place.start - sentence.start), run.length) ?? (known.length === run.length ? known : (/分别[^,，。;；]{0,8}$/.test(words.slice(0, first.place.start - sentence.start)) || /^,? respectively/.test(words.slice(last.place.end - sentence.start))) && ahead.length >= run.length ? ahead.slice(-run.length) : null));
      known = named ?? known;
      told = last.place.end;
      const wise = first.qualifiers.filter((one) => one !== 'from-to');
      for (const [index, figure] of run.entries()) {
        const isAlike = figure.unit?.normal === first.unit?.normal && index > 0;
        const isPart = last.kind === 'share' && figure.kind === 'level' && figure.unit?.normal === last.unit?.normal;
        out[out.indexOf(figure)] = {
          ...figure,
          ...(named ? { subject: { words: named[index] ?? '', entityIds: entitiesOf(named[index] ?? '', figure.place) } } : isPart && { subject: last.subject }),
          ...(isAlike && first.kind === 'change' && { kind: first.kind, qualifiers: [...new Set([...figure.qualifiers, ...wise.filter((one) => !DIRECTION.test(one) || !figure.qualifiers.some((own) => DIRECTION.test(own)))])] }),
          ...(isPart && { kind: last.kind }),
        };
      }
    }
    from = to;
  }
  for (const [inside, before] of behind) {
    const told = out[figures.indexOf(before)]?.subject;
    const at = out.indexOf(inside);
    if (told && at !== -1 && told !== before.subject && inside.kind === before.kind) out[at] = { ...inside, subject: told };
  }
  return out;
}
