/** What a company is by law, or deals in, behind what it is called. */
const FORM = /,? (?:Corp(?:oration)?|Ltd|Limited|Inc|plc|PLC|LLC|Company|Co|Group|Holdings?|Resources|Minerals|Rare[- ]Earths?|High-Tech|NL|AG|SA)\.?$|(?:股份有限公司|有限公司|股份|集团)$/;
/** Words that name nobody without what follows them. */
const ALONE = /^(?:China|Chinese|Northern|Southern|American|Pacific|Global|US|USA|U\.S\.|Rainbow|Australian|European|National|United|General|The|New|\p{Script=Han}{1,2})$/u;

/** A company by as much of its name as tells it apart: "Lynas" of "Lynas Rare Earths Ltd", but "Northern Rare Earth". */
export function companyName(written: string): string {
  let name = written.replace(/ ?\((?:Group|Holdings?)\)/, '').replace(/^China (?=(?:Northern|Southern) Rare)/, '');
  for (let shorter = name.replace(FORM, ''); shorter !== name && !ALONE.test(shorter); shorter = name.replace(FORM, '')) name = shorter;
  return name;
}
