const SPENDS = /\b(?:spent|spends?|spending|invest(?:ed|s|ing)?|paid|used|earmarked|allocated|needs?|needed|requires?|required|raised?|raising|put|inject(?:ed|s)?|set aside|reserv(?:ed|es)|allocat(?:es)|pour(?:ed|s)|provid(?:ed|es?|ing)|sav(?:ed|es))(?: (?:about|some|nearly|more than|over|up to|around|roughly|at least|a further|another))* ?(?:[A-Z]{0,3}[$€£¥])?$/i;
const STOP = String.raw`(?= (?:in|at|during|from|by|this|last|over|and|to|every|each|with|as|while|that|which)\b|[,;.]|$)`;
const ON = new RegExp(String.raw`^ (?:on|for|in|into) (?:the |its |an? )?([a-z][\w -]*?)${STOP}`);
const TO_DO = new RegExp(String.raw`^ to (?:complete|build|finance|fund|develop|expand|construct|upgrade|acquire|buy|finish|restart|set up|help|support|modernise|modernize|renovate|treat|clean up|explore|drill) (?:the |its |an? |up )?([A-Za-z][\w -]*?)${STOP}`);
const GOES = new RegExp(String.raw`^ (?:goes|went|will go|is going|was paid|is due) to (?:the |its |an? )?([A-Za-z][\w' -]*?)${STOP}`);
const NO_THING = /^(?:past|first|last|next|same|total|all|year|years|month|months|advance|addition|early|late|cash|return|full|the|three|two|four|five|six)\b/i;

/** What money is spent on or goes to, by what follows it: "on exploration", "to complete engineering", "goes to a spin-off"; null where nothing tells. */
export function purposeSubject({ lead, after, kind }: { readonly lead: string; readonly after: string; readonly kind: string }): string | null {
  if (kind !== 'money') return null;
  const words = (SPENDS.test(lead) ? (ON.exec(after) ?? TO_DO.exec(after)) : null)?.[1] ?? GOES.exec(after)?.[1];
  return words === undefined || /^\d/.test(words) || NO_THING.test(words) ? null : words;
}
