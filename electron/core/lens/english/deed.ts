/** What becomes of what is counted, ahead of it ("has installed 148 cameras") or behind it ("186 dams have been built"). */
const DONE: ReadonlySet<string> = new Set('installed built started introduced signed planted dug treated restored trained recruited held launched completed opened closed filed granted authorized obtained awarded approved issued exported shipped sold delivered drilled created settled stationed solved investigated handled received added acquired purchased commissioned registered attracted cultivated reserved served visited inspected seized planned ordered employed hired cancelled renewed converted relocated upgraded connected rectified suspended licensed certified undertaken organized invested transferred assigned repurchased dismantled demolished processed recycled recovered produced mined implemented established taken owned used led won matched needed pending underway idle operational bought'.split(' '));
const AUXILIARY = /^(?:have|has|had|will|been|were|was|are|is|being|already|also|now|newly|successfully)$/;
/** Between a deed and its number. */
const FILL = /(?: (?:a total of|about|more than|over|nearly|some|another|an?))? $/;
/** Past forms that are no deeds. */
const NO_DEED = /^(?:reached|increased|decreased|needed|exceeded|totalled|remained|ended|passed|hundred)$/;
/** Words that a noun has in front of its deed at most. */
const MOST = 9;

/** The deed that is told of a count; null where none is. */
export function deedOf(lead: string, after: string): string | null {
  const behind = (/^[^,;.(]*/.exec(after.slice(0, 120))?.[0] ?? '').trim().split(' ', MOST);
  for (const [at, word] of behind.entries()) {
    if (!DONE.has(word)) {
      if (!/^[a-z&-]+$/.test(word)) break;
      continue;
    }
    const isBy = behind[at + 1] === 'by' && /^\d/.test(behind[at + 2] ?? '');
    if (!isBy && (at === 0 || at <= 5 || AUXILIARY.test(behind[at - 1] ?? ''))) return word === 'bought' && behind[at + 1] === 'back' ? 'bought back' : word;
  }
  const [before = '', deed = ''] = lead.slice(-70).replace(FILL, '').split(' ').slice(-2);
  if (DONE.has(deed)) return /^(?:has|have|had|will|also|it|they|we|company|and|newly|accumulatively|cumulatively|been|then|already|successfully|[A-Z]\w+)$/.test(before) || /\bthe [a-z]+$/.test(lead.slice(-70).replace(FILL, '').slice(0, -deed.length - 1)) ? deed : null;
  return /^[a-z]{3,}ed$/.test(deed) && !NO_DEED.test(deed) && /^(?:has|have|had)$/.test(before) ? deed : null;
}

/** What became of a sum or a share of it: "$62 million spent", "35 % of the budget has been committed"; null where nothing is told. */
export function sumDeed(after: string): string | null {
  return /^(?: of (?:the |its |this )?[a-z]+)?(?: (?:has|have|had))?(?: (?:been|already|was|were|is|are|remains?|remained))? (spent|committed|drawn|undrawn|repaid|disbursed|outstanding|allocated)\b/.exec(after)?.[1] ?? null;
}

/** What became of a part of what was told: "85 % of which are taken"; null where nothing is told. */
export function partDeed(after: string): string | null {
  const deed = /^ of (?:which|whom|them) (?:have been|has been|were|was|are|is) ([a-z]+)\b/.exec(after)?.[1] ?? '';
  return DONE.has(deed) ? deed : null;
}
