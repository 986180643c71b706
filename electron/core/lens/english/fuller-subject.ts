import { nounOf } from './english-noun.ts';

const SMALL = /^(?:of|the|a|an|in|for|and|to|it|on|at|by)$/i;
const wordsIn = (words: string): string[] => words.toLowerCase().split(/[\s-]+/).filter((word) => word !== '' && !SMALL.test(word));

/** Kinds whose measure is again of something. */
const OF_WHAT = /^(?:mass|money|level|share)$/;
const BEHIND = /^ (?:went|goes|will go|was spent|were spent|was invested|was used|is|was) (?=(?:into|to|for) (?:the |its )?[a-z])|^ ?(?:a year |per year |annually |a month |per annum )?(?= ?(?:of (?!(?:the |its |their )?(?:total|whole|nameplate|design|capacity|standard coal|coal equivalent)\b|T?REO\b)|(?:in|for) (?!(?:the )?(?:whole of|first|second|last)\b)(?![A-Z]|\d)))/;

/** "62 % went to Japan" */
const TO_PLACE = /^ (?:(?:went|goes|go|was shipped|were shipped|was sold|were sold|is sold|was exported|were exported) )to (?:the )?([A-Z][a-z]+)\b/;
/** "…, 27 % to Korea" */
const ALSO_TO = /^ to (?:the )?([A-Z][a-z]+)(?=[,.;]| and\b)/;

/** What a measure that the words name is of, as it follows the figure: "an annual output of 8,000 tons of NdFeB blanks"; null where nothing does. */
function thingBehind(after: string): { readonly by: string; readonly thing: string } | null {
  const behind = BEHIND.exec(after);
  if (!behind) return null;
  const rest = after.slice(behind[0].length).trimStart();
  const by = rest.slice(0, rest.indexOf(' '));
  return { by, thing: nounOf(` of${rest.slice(by.length)}`) };
}

const COMPARED = /^ (?:that of |those of |as (?:much|many|high) as |what (?:it|they) (?:was|were) )?(?:in |of )?(?:the |its |their )?([A-Za-z][\w -]*?)(?=[,;.]|$| and | while | but | with | for )/;

/** "Four times the domestic level": to what. */
function comparedWith(words: string, { own, after }: { readonly own: readonly string[]; readonly after: string }): string {
  const thing = COMPARED.exec(after)?.[1] ?? '';
  const all = wordsIn(thing);
  if (own.length === 0 || all.length === 0 || all.length > Math.max(2, 2 * own.length) || all.length > 5 || /\d/.test(thing.replace(/\b(?:19|20)\d\d$/, '')) || /^(?:to|(?:beginning|end|start) of|a|an|per|more|less|as|higher|lower|each|every|faster|over|compared|by|on|from|during|until|since|within)\b/.test(thing)) return words;
  return `${words} to ${thing}`;
}

/** A short English subject with what it is of, where that follows its figure. */
export function fullerSubject(words: string, { kind, after }: { readonly kind: string; readonly after: string }): string {
  const isRatio = kind === 'ratio';
  if (!after.startsWith(' ') || (!isRatio && !OF_WHAT.test(kind))) return words;
  const own = wordsIn(words);
  if (isRatio) return comparedWith(words, { own, after });
  if (own.length === 0 || own.length > (/ (?:investment|output|production|capacity)$/.test(words) ? 3 : 2) || / of /.test(words)) return words;
  const place = (TO_PLACE.exec(after) ?? (kind === 'share' || kind === 'level' ? ALSO_TO.exec(after) : null))?.[1];
  if (place !== undefined) return words.includes(place) ? words : `${words} to ${place}`;
  const behind = thingBehind(after);
  if (behind === null) return words;
  const { by, thing } = behind;
  const all = wordsIn(thing);
  const more = all.filter((word) => !own.some((one) => one.startsWith(word.slice(0, 5)) || word.startsWith(one.slice(0, 5))));
  if (more.length === 0 || more.length > 2 * own.length || all.length > 4) return words;
  return more.length < all.length ? (all.length - more.length === own.length ? thing : words) : own.length + more.length > (own.length === 1 ? 3 : 6) ? words : `${words} ${by} ${thing}`;
}
