import { isAppended } from './appended-figure.ts';
import { besideSubject } from './beside-subject.ts';
import { ofDrilling } from './drill-subject.ts';
import { fromBehind } from './english-behind.ts';
import { nounAfter, nounOf } from './english-noun.ts';
import { addedTo, countOf, closing, each, expectedAgain, madeBefore, labelled, movedObject, pricedFor, resumed, shareOfSum, source, stockFor, stuff, averageOf, eachFor, those, toPlace } from './english-object.ts';
import { withOwner } from './english-owner.ts';
import { fromPart } from './english-part.ts';
import { beforeInterest, dealtAt, enclosed, fronted, going, madeIn, movedTo, second, which } from './fronted-subject.ts';
import { changeIn, costOf, elsewhere, exchange, goodsAt, lineOfTerms, movedIn, priceFor, quotedLine } from './english-price.ts';
import { MOVE_NOUN, TRADE_TERM, cleaned, thingOf, withoutAsides, withoutTimes } from './english-phrase.ts';
import { CLAUSE, EnglishPlace, firstOf } from './english-place.ts';
import type { SubjectPlace, SubjectRule } from './english-place.ts';
import { fromEndingOf, fromVerb, verbsIn, withoutVerb } from './english-verb.ts';
import { breaksNoun, hasVerb } from './subject-words.ts';

const MOVE_BEHIND = new RegExp(String.raw`^[- ](?:[a-z-]+ )?${MOVE_NOUN}\b`);
const MEASURE_WORD = /^(?:ago|old|lot|sample|batch|parcel|stake|shipment|cargo|trial|bulk|pilot|long|wide|high|deep|period|basis)(?![\w-])/;
/** "A 10 billion yuan rare earth industry fund" */
const sized: SubjectRule = ({ kind, near: lead, after }) => {
  if (kind !== 'money' && kind !== 'mass' && kind !== 'level') return null;
  if (!/\b(?:an?|[Tt]he|its|their|this|\w+['’]s) (?:[a-z-]+ )?(?:[A-Z]{0,3}[$€£¥])?$/.test(lead) || !/^[ -](?!of\b|in\b|a\b|per\b|to\b)[A-Za-z]/.test(after)) return null;
  if (breaksNoun(/^[ -](\S+)/.exec(after)?.[1] ?? 'of') || MOVE_BEHIND.test(after)) return null;
  const noun = nounAfter(after.slice(1).split(/[,;.]/)[0] ?? '');
  if (MEASURE_WORD.test(noun)) return null;
  // "An impairment of vanadium inventory": what it is of, is said with it.
  const of = noun.includes(' ') || noun === '' ? '' : nounOf(after.slice(1 + noun.length));
  return of === '' || of.split(' ').length > 4 ? noun : `${noun} of ${of}`;
};

const OPENS_ASIDE = ', (?:which|who|where|an?|still|now|once|long|mainly|mostly|including|such as|led by|net of|excluding|before|after|less|all|both|used|sold|produced|known) ';
const HAS_ASIDE = new RegExp(OPENS_ASIDE);
const ASIDE = new RegExp(String.raw`(?:^|[.;] |, (?:while|and|but) )([A-Z][^,;]{2,60}?)${OPENS_ASIDE}[^,;]*(?:,[^,;]*\d[^,;]*)*, (?:[a-z]+ly )?([a-z]+)(?: (?:by|to|at))? (?:[A-Z]{0,3}[$€£¥])?$`);
/** "POSCO, which has secured 3,000 tons, rose 2.4 percent" */
const acrossAside: SubjectRule = ({ lead }) => {
  const head = HAS_ASIDE.test(lead) ? ASIDE.exec(lead) : null;
  return head && hasVerb(head[2] ?? '') ? cleaned(head[1] ?? '') : null;
};

/** "$500 million, of which Japan has committed $200 million" */
const paidBy: SubjectRule = ({ kind, lead, whole }) => (kind === 'money' && whole !== '' && /\bof which (?:the )?[A-Z][^,;\d]{2,50} (?:has|have|had|will|committed|paid|provided|contributed)\b[^,;\d]*$/.test(lead) ? whole : null);

const COMES = /^ (?:(?:of (?:it|this|that|the total) )?(?:comes?|came|coming|will come) )?from (?:the |its )?([A-Za-z][\w -]*?)(?=[,;.]| and (?:about |some )?\d| as | in |$)/;
/** "Revenue of $58.6 million; 70 % came from rare earths and 22 % from uranium" */
const cameFrom: SubjectRule = ({ unit, whole, since, after, earlier }) => {
  const found = unit === '%' && (/^ (?:of \w+(?: \w+)? )?(?:comes?|came|coming|will come) from /.test(after) || (earlier && / share(?: of |$)/.test(whole) && /^[^.;\d]{0,60}(?:,| and|, and) (?:about |some )?$/.test(since))) ? COMES.exec(after)?.[1] : undefined;
  const from = thingOf(found);
  return from === null ? null : whole === '' || whole.endsWith(' share') ? `${from} share` : `${from} share of ${(/ share of (.*)$/.exec(whole)?.[1] ?? whole).split(' ').slice(-2).join(' ')}`;
};

/** Goes on with what the figure before was of. */
const appended: SubjectRule = ({ kind, lead, after, earlier }) => (earlier && isAppended(withoutAsides(lead.slice(earlier.end)), { kind, after }) ? earlier.words : null);

/** An apposition, a receiver, what "which" stands for. */
const beside: SubjectRule = ({ kind, lead, after, earlier }) => thingOf(besideSubject({ lead, after, kind, isFirst: earlier === null }) ?? undefined);

const ARRIVES = /^(?: (?:of|in|at|for) [^,;\d]{2,40})?(?: (?:a year|a month|a quarter|a week) (?:earlier|ago|before))? to (?:about |some |nearly |over |around )?(?:[A-Z]{0,3}[$€£¥])?$/;
/** "Has risen from $291 million of the pre-feasibility study to": where it led. */
const arrival: SubjectRule = ({ earlier, lead, since, whole }) => (earlier && whole !== '' && ARRIVES.test(since) && /\bfrom (?:the |about |some |nearly )?(?:[A-Z]{0,3}[$€£¥])?[\d.,]+[^,;]*$/.test(lead.slice(Math.max(0, earlier.end - 40), earlier.end)) ? whole : null);

/** "A stake of 19.9 % by a trading house for £24 million": what is had for it. */
const boughtFor: SubjectRule = ({ kind, earlier, since, after, whole }) => (kind === 'money' && earlier?.kind !== 'money' && whole !== '' && /^[^,;\d]{0,50} for (?:about |some |up to )?(?:[A-Z]{0,3}[$€£¥])?$/.test(since) && !hasVerb(since) && /^(?:[,;.)]|$| and\b| in\b| from\b)/.test(after) ? whole : null);

/** "15 % above that": again of what was told. */
const thanThat: SubjectRule = ({ after }) => (/^ (?:above|below|higher than|lower than|more than|less than|up on|down on) (?:that|this|it)(?! of\b)\b/.test(after) ? 'it' : null);

/** "Fewer than last Friday", "analysts put them at": again of what was told. */
const againOf: SubjectRule = (place) => {
  // "71 % is expected to ship": of what was told before.
  if (place.unit === '%' && place.earlier === null && /^(?:about |some |nearly |over |more than |only )?$/i.test(place.lead) && /^ (?:is|are|was|were|will|has|have|had) (?!of\b)/.test(place.after)) return 'it';
  const { kind, near, after, earlier } = place;
  // "From a peak of": again of it.
  if (earlier && place.since.includes(' from ') && /^[^.;]*\bfrom (?:an? |the |its )(?:\w+ )?(?:peak|high|low|record|level|maximum|minimum|average)(?: of| at)? ?(?:[A-Z]{0,3}[$€£¥])?$/.test(place.since)) return earlier.words;
  // "More than half of $1,210", "hitting a 52-week high of $1.40"
  if (earlier && ((kind === 'share' && /^ of (?:the |its )?[A-Z]{0,3}[$€£¥]\d/.test(after)) || (earlier.kind === 'share' && /^ of (?:the |its )?(?:[A-Z]{0,3}[$€£¥])?$/.test(place.since) && kind !== 'count') || /\bafter (?:earlier )?(?:hitting|touching|reaching) (?:[A-Z]{0,3}[$€£¥])?$|\b(?:hitting|touching|setting|reaching) an? (?:new |fresh |record )?[\w-]+ (?:high|low|peak|record)(?: of| at)? ?(?:[A-Z]{0,3}[$€£¥])?$/.test(place.since))) return earlier.words;
  return ((kind === 'count' && earlier?.kind === 'count' && /^ (?:fewer|more|less)(?: than\b|[,;.]|$)/.test(after)) ? earlier.words : /\b(?:puts?|estimates?d?|sees?|pegs?|pegged|values?d?|assess(?:es|ed)) (?:it|them|this|these) (?:at|to be)(?: (?:about|around|some|nearly))? (?:[A-Z]{0,3}[$€£¥])?$/.test(near) ? (earlier === null ? clauseBefore(place) : null) ?? 'it' : null);
}

const PEOPLE_IN = /^ (?:people |staff |workers |jobs )?(?:(?:will be|are|were|would be|is|was) (?:employed|needed|hired) |work )?(?:in|during) ((?:the )?[a-z]+)(?=[,;.]| and\b|$)/;
/** "1,150 people will be employed in construction and 430 in operations" */
const peopleIn: SubjectRule = ({ kind, unit, earlier, whole, since, after }) => {
  const isNext = earlier?.kind === 'count' && /^people in\b/.test(whole) && /^[^,;.\d]*(?:,| and|, and) $/.test(since);
  const work = kind === 'count' && (unit === 'person' || isNext) ? PEOPLE_IN.exec(after)?.[1]?.replace(/^the /, '') : undefined;
  return work === undefined || /^(?:total|all|town|years?|months?|turn|need|training)$/.test(work) ? null : `people in ${work}`;
};

const OUT_OF = /^ (?:out )?of (?:the |its |some |about )?\d[\d,]* ((?:[a-z-]+ ){0,3}[a-z-]+s)\b(?: (?:have |has |had |were |was |are |is )?(stopped|closed|halted|[a-z]{3,}ed))?/;
/** "9 out of 41 sample plants stopped" */
const outOf: SubjectRule = ({ kind, after }) => {
  const [, noun, state] = kind === 'count' ? (OUT_OF.exec(after) ?? []) : [];
  return noun === undefined ? null : state === undefined ? noun : `${noun} ${state}`;
};

/** "1,118 tonnes of products for revenue of" */
const forRevenue: SubjectRule = ({ kind, near }) => (kind === 'money' ? (/\bfor ((?:total |gross |net )?(?:revenue|proceeds|consideration)) of ?(?:[A-Z]{0,3}[$€£¥])?$/.exec(near)?.[1] ?? null) : null);

const THEM = /^ of (?:them|whom|these|which) (?!are\b|were\b|is\b|was\b|have\b|had\b|has\b|will\b|in\b|at\b|for\b|to\b)((?:[a-z]+-)?[a-z]{3,})(?=[,;.]|$)/;
/** "27 % of them women", "two thirds of them Chinese-owned" */
const ofThem: SubjectRule = ({ kind, after, whole }) => {
  const who = kind === 'share' || kind === 'level' ? THEM.exec(after)?.[1] : undefined;
  return who === undefined ? null : /s$|men$|people$/.test(who) ? (whole === '' ? who : `${who} among ${whole.split(' ').at(-1) ?? ''}`) : `${who} ${whole}`.trim();
};

/** "Freight accounts for 4 % of costs, reagents for 29 %": of the same whole. */
const alsoOf: SubjectRule = ({ unit, whole, since }) => {
  const of = unit === '%' ? / share of (.+)$/.exec(whole)?.[1] : undefined;
  const part = of === undefined ? undefined : /^ of [a-z ]+(?:,| and|, and) ((?:[a-z-]+ )?[a-z-]+)(?: for)? $|^(?:,| and|, and) ((?:[a-z-]+ )?[a-z-]+)(?: for)? $/.exec(since)?.slice(1).find((one) => one !== undefined);
  return part === undefined || of === undefined || hasVerb(part) || /^(?:the|an?|its|and|of|some|about|another)\b/.test(part) ? null : `${part} share of ${of}`;
};

/** "• $620 million: conditional loan for a magnet plant", "• 25 %: duty on magnets", "• $1.85 billion in equity and loans" */
const bulleted: SubjectRule = ({ lead, after }) => (/^\s*[-•*·–]?\s*(?:[A-Z]{0,3}[$€£¥])?$/.test(lead) ? thingOf(/^(?:: (?:an? |the )?| in (?=[a-z]+ and ))([A-Za-z][\w -]{3,60}?)(?= for | to | on (?!the )|[,;.]|$)/.exec(after)?.[1]) : null);

/** "Of which 4 are provincial 'little giants'": what they are. */
const isA: SubjectRule = ({ kind, earlier, after }) => {
  const what = kind === 'count' && earlier?.kind === 'count' ? /^ (?:are|were) (?:also )?["“‘']?((?:[a-z][a-z-]* ){0,2}["“‘']?[a-z][a-z-]* ?[a-z]*s)["”’']?(?=[,;.]| and | with | in |$)/.exec(after)?.[1]?.replace(/["“‘]/g, '') : undefined;
  return what === undefined || hasVerb(what) || /^[a-z]+ing\b|\b(?:above|below|in|under|of|to|this|these|those|which|such)\b/.test(what) ? null : what;
};

const GOODS_OF = /([A-Za-z]+ (?:oxide|metal|alloy|carbonate|concentrate)) (?:of|at|with)(?: an?)? $/;
/** "Lanthanum oxide of 99.9 % changed hands" */
const purity: SubjectRule = ({ kind, unit, near, after }) => {
  const goods = kind === 'level' && unit === '%' && (near.endsWith(' of ') || /^ purity\b/.test(after)) ? GOODS_OF.exec(near)?.[1] : undefined;
  return goods === undefined ? null : `${goods} purity`;
};

const INCLUDING = /\b(?:including|set up|built|added) ((?:[A-Za-z-]+ ){1,5})(?:(?:about|some|more than|over|nearly) )?$/;
/** "Including praseodymium and neodymium oxide 18,900 tons": the thing stands in front of its number. */
const including: SubjectRule = ({ kind, near, after }) => (/^(?:mass|count|money)$/.test(kind) && /^(?:[,;.)]|$| and\b)/.test(after) ? thingOf(INCLUDING.exec(near)?.[1]?.replace(/\b(?:about|some|more than|over|nearly|at least|up to) $/, '').trim()) : null);

const WITH_MORE = /\b([a-z]{4,}s) with (?:an? )?(?:annual )?(output value|revenues?|sales|output|capacity|investment|turnover|income|tax payments?) (?:of )?(?:above|over|exceeding|more than|less than|below|at least) (?:[A-Z]{0,3}[$€£¥])?$/;
/** "Enterprises with revenue above 2 billion yuan" */
const withMore: SubjectRule = ({ kind, near }) => {
  const [, noun, measure] = (kind === 'money' || kind === 'mass') && near.includes('s with ') ? (WITH_MORE.exec(near) ?? []) : [];
  return noun === undefined ? null : `${noun} ${measure}`;
};

const AS = /^ as (?:our|its|their|the|an?) (?:[\d.]+ ?% )?([a-z][\w -]*?)(?=[,;.]| (?:at|for|from|to|on)\b|$)/;
/** "Recognised $2.0 million as our 51 % share of loss" */
const taken: SubjectRule = ({ kind, after }) => (kind === 'money' ? thingOf(AS.exec(after)?.[1]) : null);

const TIMED = /^ (?!of )(?:[a-z-]+ )?(inventor(?:y|ies)|contracts?|stocks?|agreements?|deals?|loans?|trials?|stud(?:y|ies)|shutdown|leases?|licen[cs]es?|permits?|warrant(?:y|ies)|offtakes?)\b/;
/** "Three-year contracts" */
const timed: SubjectRule = ({ kind, unit, after }) => (kind === 'level' && TIME_UNIT.test(unit ?? '') ? (TIMED.exec(after)?.[0].trim() ?? null) : null);

const THAN_THEIRS = /\bthan (?:the |its |their )?([A-Za-z][a-z ]{2,30}?)['’]s (?:about |some )?$/;
/** "Much better than the industry's 15 %" */
const thanTheirs: SubjectRule = ({ since, whole }) => {
  const whose = whole === '' || !since.includes(' than ') ? undefined : THAN_THEIRS.exec(since)?.[1];
  return whose === undefined ? null : `${whole} of ${whose}`;
};

/** "At an average interest rate of" */
const rate: SubjectRule = ({ kind, near: lead }) => (kind === 'level' || kind === 'share' ? (/\bat an? ((?:average |annual |preferential |weighted |annualized )*(?:interest |guarantee |tax |discount |coupon )?rate) of (?:about |only |just )?$/.exec(lead)?.[1] ?? null) : null);

/** "With a total investment of" */
const OF_WHAT = /(?:annual |daily )?(?:treatment|throughput|guidance|shipment|purchase|supply|sale|stockpile|inventory|demand|consumption|imports?|exports?|quota)$/i;
const endingOf: SubjectRule = ({ kind, clause, since, after, earlier, product }) => {
  // Behind a figure its own noun comes first: "$1.9 billion of cash and total debt of".
  const own = earlier && /\d/.test(clause) ? (since.split(CLAUSE).at(-1) ?? '').replace(/^ (?:as|when|after|since|because) /, ' ') : clause;
  if (kind === 'price' && earlier === null && product !== null && /\bprice (?:level|range|mark|point) of ?(?:[A-Z]{0,3}[$€£¥])?$/i.test(clause)) return product;
  // A loss is by how much something moved, but of money a thing of its own.
  const loss = kind === 'money' && earlier === null ? /\b((?:net |operating |pre-tax )?(?:loss|profit|gain|surplus|deficit|outflow)) of ?(?:[A-Z]{0,3}[$€£¥])?$/i.exec(clause)?.[1] : undefined;
  const against = kind === 'money' && earlier && /\b(?:net|profit|income|loss)\b/i.test(earlier.words) && !/EBITDA|segment/i.test(earlier.words) ? /\b(?:versus|against|compared (?:with|to)|from) an? ((?:net |operating |pre-tax )?(?:loss|profit|gain|surplus|deficit)) of ?(?:[A-Z]{0,3}[$€£¥])?$/i.exec(since)?.[1] : undefined;
  if (against !== undefined) return against;
  if (loss !== undefined && !/\b(?:profit|loss|gain)s? .*\bof\b.*\bof\b/i.test(clause)) return loss;
  const words = fromEndingOf(earlier && /^ of\b/.test(since) ? own.replace(/^.* and (?=[a-z])/, '') : own);
  // "An annual treatment of 5,000 tons of magnetic waste": of what, is said with it.
  const of = words !== null && kind === 'mass' && OF_WHAT.test(words) && /^(?: \([^()]*\))? of\b/.test(after) ? nounOf(after) : '';
  return of === '' || of.split(' ').length > 4 ? words : `${OF_WHAT.exec(words ?? '')?.[0] ?? ''} of ${of}`;
};

const MEANT = /\b(?:expects?|expected|forecasts?|sees?|predicts?|believes?|estimates?|strives? for|aims? for|hopes? for)(?: that)? (?:the |its |their )?([^,;\d]{3,60}?) (?:to|will|would|may|could) (?:[a-z]+ ){1,3}?(?:[A-Z]{0,3}[$€£¥])?$/;
/** "Expects demand to reach" */
const meant: SubjectRule = ({ lead }) => {
  const words = MEANT.exec(lead)?.[1];
  return words === undefined || verbsIn(words).length > 0 ? null : thingOf(words);
};

const TIME_UNIT = /^(?:second|minute|hour|day|week|month|quarter|year|decade)$/;
/** "12,000 tonnes of oxide" */
const ofThing: SubjectRule = ({ kind, unit, near, after }) => {
  if ((kind !== 'mass' && kind !== 'money' && !(kind === 'level' && !TIME_UNIT.test(unit ?? ''))) || near.endsWith('from the ')) return null;
  return /^(?: \([^()]*\))? (?:REO |TREO )?of\b/.test(after) || (kind === 'mass' && /^ or (?:less|more) of\b/.test(after)) ? nounOf(after.replace(/^ (?:REO|TREO|or less|or more)/, '')) : null;
};

const CONSUMED = /\b(?:consumption|usage|use|emissions?|discharge|requirement|dosage|savings)\b[^,;]* (?:is|was|were|are|reached|(?:fell|dropped|rose|down|reduced) to|stood at)(?: (?:about|only|just|some|nearly))? $/;
/** "Its energy consumption was 1.28 tons of standard coal": what of it is used, not of what that is. */
const consumed: SubjectRule = (place) => (place.kind === 'mass' && /^ of\b/.test(place.after) && CONSUMED.test(place.clause) ? verbal(place) : null);

/** "At 2.6 % TREO for 1.28 million tonnes of contained oxide": behind such a word begins another thing. */
const ofAnother: SubjectRule = (place) => (/\b(?:for|after|plus|with|and|yielding|producing|including|on|against|without)(?: (?:about|some|nearly|up to|over|a total of))* ?(?:[A-Z]{0,3}[$€£¥])?$/i.test(place.since) && !/\b(?:compared|down|up) (?:with|and)|\b(?:rose|fell|grew) and/i.test(place.since) ? ofThing(place) : null);

const CARRIES = /^(?:[\s,;:()%]|and|or|up|down|an?|the|with|which|was|were|is|of|below|above|under|ago|year-on-year|yoy|increase\w*|decrease\w*|rise|fall|decline|drop|growth|gain|by|from|to|compared|than|about|around|more|less|over|nearly|some|at|higher|lower|accounting|for|representing|equivalent|but|still|while|only|rising|falling|rose|fell|grew|year|on|month|week|day|quarter|between|against|contributing|it|they|flat|making|taking|versus|just|almost|both|prices|[a-z]+ly|after|following|another|a|total|rate|in|equal|negative|positive|off|prev|previously|normal|usual|typical|previous|prior|budgeted|target|goal|TREO|REO|VAT|day|reach\w*|totall?ing|hit|stood|stand|\$|US|A|RMB|USD)*$/i;
/** Nothing but small words since the figure before. */
const carried: SubjectRule = ({ earlier, since }) => (earlier && CARRIES.test(withoutTimes(since)) ? earlier.words : null);

/** What a company does with money or goods: such a clause, without a subject of its own, is of the subject of its sentence. */
const DOES = /^ ?(?:and |then |also )*(?:has |have |had |will )?(?:invest|spen[dt]|paid|pay|built|build|rais|earn|receiv|need|us(?:e|es|ed)\b|borrow|lent|lend|bought|buy|sold|ship)/i;
/** Said in such a clause, of the subject of the sentence. */
const doer: SubjectRule = ({ earlier, clause, clauses }) => {
  if (!earlier || !DOES.test(clause)) return null;
  for (const part of clauses.slice(0, -1)) {
    const words = hasVerb(part) ? fromVerb(part) : null;
    if (words !== null) return words;
  }
  return null;
};

const WORTH = /^ ?([\w'’ -]{3,}?),? (?:worth|valued at|costing|totall?ing|with|for)(?: (?:about|around|some|nearly|more than|over|a total of))*(?: [A-Z]{0,3}[$€£¥]?)? ?$/i;
/** "And magnets worth" */
const worth: SubjectRule = ({ earlier, since }) => {
  const words = earlier ? WORTH.exec(since.replace(/^,? ?(?:followed by|ahead of|trailed by|then) /, ' '))?.[1] : undefined;
  return words === undefined || hasVerb(words) ? null : thingOf(words);
};

const WORTH_NEAR = /.*\b(?:an?|the|its|their|of|into|sold|bought|exported|imported|ordered|delivered|seized|purchased|issued|signed|won|placed) ((?:[a-z-]+ ){1,4})(?:worth|valued at|priced at)(?: (?:about|around|some|nearly|more than|over|a total of))*(?: [A-Z]{0,3}[$€£¥]?)? ?$/;
/** "It goes into a joint module worth": whatever was told before. */
const thingWorth: SubjectRule = ({ kind, near }) => {
  const words = kind === 'money' && /(?:worth|valued at|priced at) /.test(near) ? WORTH_NEAR.exec(near)?.[1]?.trim() : undefined;
  return words === undefined || hasVerb(words) || /\b(?:an?|the|its|of|in|to|is|are|was|were)\b/.test(words) ? null : thingOf(words);
};

/** A list of prices has no verb: the words since the figure before are the next product. */
const listed: SubjectRule = ({ kind, earlier, since, after }) => {
  // What belongs to the figure before ends at "and": "42 % of that and wind turbines 17 %".
  const pieces = since.split(CLAUSE);
  // "While cerium carbonate, $1,050/t, gained": the price is put in.
  const bare = ((kind === 'price' && /^[,)]/.test(after) ? pieces.findLast((piece) => piece.trim() !== '') : pieces.at(-1)) ?? '').replace(/^ (?:of|in|to|from|at|by|on) .* and (?=\w)/, '').replace(/^ ?(?:with|plus) /, ' ').replace(/^ [a-z]+ and (?:an?|the|its) (?=\w)/, ' ').replace(/ (?:due|set|expected|available|taking|holding|buying) ?$/, '').replace(/^ to [a-z]+ an? (?:value|level|total|reading|record|high|low) of ?$/, '');
  return earlier && !hasVerb(bare) && !CARRIES.test(bare) && !/\bgrowth rate of ?$/.test(bare) ? thingOf(bare) : null;
};

/** What stands before the verb. */
const verbal: SubjectRule = ({ clause }) => {
  const words = fromVerb(clause);
  return words === null ? null : withoutVerb(words);
};

/** A clause without a verb that is short. */
const direct: SubjectRule = ({ clause }) => {
  const words = thingOf(clause);
  return words !== null && !hasVerb(clause.trim()) && words.split(' ').length <= 8 && !/(?<![A-Za-z])\d/.test(words) ? words : null;
};

const again: SubjectRule = ({ whole }) => whole;

/** The clauses before, the nearest first. */
const clauseBefore: SubjectRule = ({ clauses }) => {
  for (const part of clauses.slice(0, -1).toReversed()) {
    const words = hasVerb(part) ? fromVerb(part) : thingOf(part);
    if (words !== null && !/^(?:in terms of|according)/i.test(words)) return words;
  }
  return null;
};

const PRONOUN = /^(?:it|they|he|she|we|this|that|these|those)$/i;
/** The noun behind, or a pronoun, that stands for what was told before. */
const lastResort: SubjectRule = ({ clause, after }) => nounAfter(after) || (PRONOUN.exec(cleaned(clause.slice(0, verbsIn(clause)[0]?.index)))?.[0] ?? thingOf(clause));

/** From what tells for certain to what is but likely. */
const RULES: readonly SubjectRule[] = [
  ofDrilling, bulleted, beforeInterest, enclosed, movedIn, fronted, dealtAt, elsewhere, changeIn, priceFor, goodsAt, lineOfTerms, quotedLine, costOf, exchange, forRevenue, ofThem, alsoOf, consumed, stuff, labelled, cameFrom, fromPart, sized, thingWorth, which, acrossAside, paidBy, madeIn, shareOfSum, thanThat, againOf, arrival, boughtFor, peopleIn, outOf, isA, purity, taken, timed, thanTheirs, withMore, including, appended, each, closing, source, addedTo, pricedFor, countOf, stockFor, beside, fromBehind, rate, averageOf, eachFor, toPlace, movedTo, movedObject, endingOf, resumed, meant, expectedAgain, those, ofAnother, carried, ofThing, going, doer, worth, listed, madeBefore, verbal, second, direct, again, clauseBefore, lastResort,
];

/** "63 industrial enterprises above designated size": what such enterprises are called. */
function withSize(words: string, after: string): string {
  if (/^(?:enterprises|companies|industries)$/i.test(words)) return /^ (?:enterprises|companies|industries) above (?:the )?designated size/i.test(after) ? `${words} above designated size` : words;
  return /\w (?:enterprises|companies|industries)$/i.test(words) && /^[^,;.]*?(?:enterprises|companies|industries) above (?:the )?designated size/i.test(after) ? `${words} above designated size` : words;
}

/** "Giving a margin", "leaving an inventory": what is done to what is measured. */
const DOING_IT = /^(?:[a-z]+ly )?(?:resulting in|giving rise to|translates to|translating to|equates to|boasting|facilitating|outlining|giving|leaving|carrying|drawing|yielding|bringing|taking|making|creating|create|earning|posting|recording|running|pay|paying|realize|achieve|reach|reaching|having|holding|forming|form|adding|add|generating|generate) (?:an? |the |its )?(?=[a-z])/;

/** "That saw the shares end the day up 2.1 %" */
const SAW = /^(?:saw|seen|seeing) (?:the |its )?(.+?)(?: (?:end|close|finish|rise|fall|gain|lose|climb|drop|jump))?$/;

/** Taken over from a figure before: "kilograms of hydrogen". */
const UNITS_OF = /^(?:kilograms?|kilos?|grams?|tonnes?|tons?|pounds?|ounces?|litres?|cubic met(?:re|er)s?|kg|kt|Mt|t) of (?=\w)/i;

/** The words that a figure of an English sentence is said of; empty where none are found. */
export function englishSubject(place: SubjectPlace): string {
  const here = new EnglishPlace(place);
  const found = withSize(firstOf(RULES, here) ?? '', place.after);
  // "Gallium was steady at $1,180/kg duty unpaid Rotterdam": the terms behind it are no goods.
  const words = place.kind === 'price' && TRADE_TERM.test(found) ? ((place.earlier === null ? verbal(here) : null) ?? 'price') : found.replace(DOING_IT, '').replace(UNITS_OF, '').replace(SAW, '$1').replace(/^(?:[a-z]+ )?(?:growth|increase|rise|decline|decrease|drop|fall|reduction) in (?=[a-z]{4})/, '');
  return withOwner(ofThis(words, place.lead), place);
}

/** "The sales income of this item": of what was told of before. */
function ofThis(words: string, lead: string): string {
  const again = / of (?:this|these) (?:items?|products?|materials?|goods)$/.exec(words);
  const told = again ? /.*\b(?:orders|sales|production|output|price|supply|demand|market) (?:of|for) ((?:[a-z-]+ ){0,3}[a-z-]+s?)\b(?= [a-z]+ed\b|,| (?:rose|fell|grew|is|was|were|are)\b)/i.exec(lead)?.[1] : undefined;
  return again === null || told === undefined ? words : `${words.slice(0, again.index)} of ${told}`;
}
