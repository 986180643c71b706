import type { SubjectRule } from './english-place.ts';
import { hasVerb } from './subject-words.ts';

const IN_PLACE = /^(?: [a-z]+)? (?:in|at|on) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?(?: to| and|,)(?: (?:about|around|some))? ?(?:[A-Z]{0,3}[$€£¥])?$/;
/** "Lost 5.8 % in Rotterdam to $31,500", "6,480 yuan/kg in China and $2,650/kg in Europe": still of the same. */
export const elsewhere: SubjectRule = ({ kind, earlier, since, whole }) => (kind === 'price' && whole !== '' && (earlier?.kind === 'price' || earlier?.kind === 'change') && IN_PLACE.test(since) ? whole : null);

const CHANGE_IN = /^ (?:change|move|swing|increase|decrease|rise|fall|drop) in (?:the )?([A-Za-z][\w -]*?)(?= (?:would|will|could|may|cuts?|adds?|moves?|changes?|is|was)\b)/;
/** "A 10 % change in the NdPr price would" */
export const changeIn: SubjectRule = ({ unit, after, lead }) => {
  const what = unit === '%' && /\b(?:an?|each|every)$/i.test(lead.trimEnd()) ? CHANGE_IN.exec(after)?.[1] : undefined;
  return what === undefined ? null : `${what} change`;
};

const MOVE_IN = /^ (?:year[- ]on[- ]year |annual |monthly |yoy |quarterly |month[- ]on[- ]month )?(?:growth|increase|rise|decline|drop|fall|decrease|jump|gain|surge|reduction|cut|slump|uptick|improvement|plunge|slide|climb|dip|slip) in (?:the |its |their |total |net )?((?!the\b|a\b|20\d\d|January|February|March|April|May|June|July|August|September|October|November|December|demand from)[A-Za-z][\w -]{2,40}?)(?= (?:to|from|in|for|during|at|by|on|and|as|over|compared|last|this|which|while|after|amid|was|is)\b| the [a-z]+ (?:receives?|gets?|earns?|pays?|charges?)\b|[,;.)]|$)/;
/** "A 38 percent growth in profit to 31.7 million yuan": what moved follows it. */
export const movedIn: SubjectRule = ({ kind, after }) => {
  const what = kind === 'change' ? MOVE_IN.exec(after)?.[1] : undefined;
  return what === undefined || hasVerb(what.replace(/^(?:average |our )?reali[sz]ed (?=(?:[A-Za-z]+ ){0,2}prices?$)/, '')) ? null : what;
};

const GOODS_AT = /^ ?(?:dry |metric |wet )?of ((?!which|whom|them)[A-Za-z][\w -]{2,40}?) (?:at|for)(?: (?:an average (?:price )?of|a price of|about|around|some))? ?(?:[A-Z]{0,3}[$€£¥])?$/;
/** "60 tonnes of NdPr oxide at": what is sold at that price. */
export const goodsAt: SubjectRule = ({ kind, earlier, since }) => {
  const goods = kind === 'price' && earlier?.kind === 'mass' ? GOODS_AT.exec(since)?.[1] : undefined;
  return goods === undefined || hasVerb(goods) ? null : `${goods.replace(/ changes? hands.*$/, '')}${/ average /.test(since) ? ' average price' : ''}`;
};

const PRICE_FOR = /^ (?:for|of) (?:the )?((?:[A-Z][a-z]?[A-Za-z-]*|[a-z]+(?:ium)?)(?: (?:oxide|metal|alloy|carbonate|concentrate)s?)?)(?=[,;.]| and | under | in | compares| is | was |$)/;
const PRICE_OF = /\b((?:listed |spot |contract |average |reserve |minimum |ceiling )?prices?|floor|ceiling|premium)(?: [^,;.\d]{0,40})? (?:of|was|were|is|are|at|and)(?: about| around)? ?(?:[A-Z]{0,3}[$€£¥]|RMB)? ?$|\b(floor) $/;
/** "The listed price was RMB 559,200 per ton for Nd-Pr oxide and RMB 687,000 per ton for Nd-Pr metal" */
export const priceFor: SubjectRule = ({ kind, lead, after, near }) => {
  const goods = kind === 'price' && /^ (?:for|of) /.test(after) ? PRICE_FOR.exec(after)?.[1] : undefined;
  if (goods === undefined || !/(?:oxide|metal|alloy|carbonate|concentrate)s?$|^(?:NdPr|PrNd|Nd-Pr|Pr-Nd|[a-z]+ium|antimony|gallium|tungsten|(?:[A-Z][a-z]?\d*){2,})$/.test(goods)) return null;
  const [, price, floor] = PRICE_OF.exec(near) ?? [];
  // "RMB 28,000/t for lanthanum oxide, RMB 28,500/t for cerium oxide": the next of such a list.
  const next = / for [a-z][\w -]{2,40}(?:,| and|, and) ?(?:RMB|CNY|[A-Z]{0,3}[$€£¥])? ?$/.test(near) && /\bprices?\b/.test(lead) ? 'price' : undefined;
  const told = (price ?? next)?.replace(/s$/, '') ?? floor ?? (/ and ?(?:RMB|[A-Z]{0,3}[$€£¥])? ?$/.test(near) ? /\b((?:listed |spot |contract )?price)\b/.exec(lead)?.[1] : undefined);
  return told === undefined ? null : `${goods} ${told}`;
};

const COST_OF = /\b((?:[a-z-]+ ){0,2}(?:costs?|price|margin)), (?:with|at) (?:about |just |only )?(?:[A-Z]{0,3}[$€£¥])?$/;
/** "Has a low operating cost, with $7,100 per tonne" */
export const costOf: SubjectRule = ({ kind, near }) => (kind === 'price' && (near.includes(', with ') || near.includes(', at ')) ? (COST_OF.exec(near)?.[1] ?? null) : null);

/** "($1 = 1.6 Australian dollars)" */
export const exchange: SubjectRule = ({ kind, near }) => (kind === 'money' && /(?:^|\()(?:US)?\$1 ?= ?$/.test(near) ? 'US dollar exchange rate' : null);

const QUOTED = /(?:^|[\s:])((?:[A-Za-z/]+\w* ){1,5})$/;
const NEXT_QUOTED = /^ [A-Z](?:[\w/]+ ){1,6}-?\d[\d.,]*(?: [A-Z]|\s*$)/;
/** "Spot Kestrel tin 31204 Futures Kestrel tin 26118 Spot Kestrel lead 2104": in such a line each has its number behind it. */
export const quotedLine: SubjectRule = ({ kind, unit, earlier, since, after }) => {
  if (kind !== 'count' || unit !== null || !(NEXT_QUOTED.test(after) || (earlier?.kind === 'count' && /^ [A-Z]/.test(since) && /^\s*$/.test(after)))) return null;
  const words = QUOTED.exec(since)?.[1]?.trim();
  return words === undefined || hasVerb(words) || !/[A-Z]/.test(words) || /\b(?:of|in|at|to|for|from|by|with|and|or|the)$/.test(words) ? null : words;
};

/** "- NdPr oxide, ex works China, VAT included: 558,000": the terms behind it are no goods. */
export const lineOfTerms: SubjectRule = ({ kind, near }) => (kind === 'price' ? (/(?:^|\n)[-•*]? ?([A-Z][^,:;\n]{2,40}), [^:;\n]*\b(?:VAT|ex[- ]works|EXW|FOB|CIF|fob|cif|delivered|duty)\b[^:;\n]*: ?(?:[A-Z]{0,3}[$€£¥])?$/.exec(near)?.[1] ?? null) : null);
