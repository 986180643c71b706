/** Forms in which many goods are dealt in. */
const FORM = /^(?:ingots?|metal|hydroxide|carbonate|concentrates?|oxide|powder|alloy|scrap|sul(?:ph|f)ate|dioxide|trioxide|pentoxide|briquettes?|flakes?|chips?|bars?|rods?|billets?|chloride|fluoride|nitrate|blanks?|ores?|swarf|feed|salts?|cathodes?|plates?|dust|crystals?|sponge|wire|fines?)\b/i;

/** A form of goods under the head of its paragraph: the metal of "COBALT. Metal in Europe…"; other words as they are. */
export function withHead(words: string, topicOf: () => string | null): string {
  const topic = FORM.test(words) ? topicOf() : null;
  if (topic === null || topic.split(' ').length > 2) return words;
  const head = topic.toLowerCase();
  return words.toLowerCase().includes(head) ? words : `${head} ${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}

/** "Ingot 99.65 % in Rotterdam", "Spodumene 6 % CIF China": how pure the goods are that a statement opens with. */
const OPENS = /(?:^|[.;:,] |\band |\n)(?:[A-Za-z]+(?:-grade|-purity)? )?[A-Za-z]?[a-z]*(?:ingots?|metal|hydroxide|carbonate|concentrates?|oxide|powder|alloy|scrap|spodumene|bastnaesite|monazite|fluorspar|tantalite|[a-z]+ite|ore|ium|acid)(?: [a-z]+)? $/i;
const GOES_ON = /^ (?:(?:min|pure|grade|[A-Z][A-Za-z]?[A-Z0-9]\w*)\.? )?(?:in|CIF|FOB|EXW|DDP|ex|delivered|from|grade|was|were|is|are|rose|fell|gained|lost|eased|held|stood|traded|climbed|slipped)\b/;

/** Whether a percentage only tells which goods are spoken of. */
export const isGradeOfGoods = (lead: string, after: string): boolean => OPENS.test(lead) && GOES_ON.test(after);
