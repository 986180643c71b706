import { nounAfter, nounOf } from './english-noun.ts';
import { cleaned } from './english-phrase.ts';
import { firstOf } from './english-place.ts';
import type { SubjectRule } from './english-place.ts';
import { endsOf } from './english-verb.ts';
import { purposeSubject } from './purpose-subject.ts';
import { hasVerb } from './subject-words.ts';

const LEVEL_OF = /^ (?:contingency|premium|discount|margin|dut(?:y|ies)|tariffs?|tax|lev(?:y|ies)|royalt(?:y|ies)|coupon|interest rate|grade|purity|recovery|utili[sz]ation|yield|moisture)\b/;
/** A part of what was set, not of a thing. */
const PLAN = /^ of (?:the |its |their |this )?(?:year['’]s |annual |full[- ]year |yearly |whole )?(?:nameplate|capacity|design|plan|target|task|goal|quota|budget|total|same|level|guidance)\b/i;
/** What is counted by: "1,560 sets of apartments". */
const COLLECTIVE = /^ (?:sets?|batche?s?|lots?|pieces?|pairs?|units?|rounds?|types?|kinds?|categor(?:y|ies)|groups?|varieties|boxes|rolls?|cases?|copies|items?|bcm|series|truckloads?|containers?|hectares?|acres?|households?|families|teams?) of /;
/** Counted in units that say nothing, with what they are of in front: "capacity is 80 million units". */
const NO_NOUN = /^ (?:lots|units|sets|pieces|copies|times)\b(?! of)/;

/** "1,560 sets of apartments" */
const collected: SubjectRule = ({ kind, after }) => (kind === 'count' && COLLECTIVE.test(after) ? nounOf(after.replace(/^ [\w-]+(?: [\w-]+)?(?= of )/, '').replace(/(?<=^ of )\d+[- ][a-z]+ /i, '')) : null);

const WITH = /^ (with (?:[\w-]+ ?){1,4})/;
/** "320 people with doctorates" */
const peopleWith: SubjectRule = ({ kind, unit, after }) => (kind === 'count' && unit === 'person' && /^ with (?:a |an )?[a-z]/.test(after) ? `people ${WITH.exec(after)?.[1]?.replace(/ (?:in|at|of|and|to|who|from)\b.*$/, '').trim() ?? ''}` : null);

/** "The employment of 2,300 people" */
const WORKFORCE = /\b(employment|workforce|staff|headcount|payroll) (?:of|(?:grew|rose|fell|increased|declined|shrank|stood|was|is)[^,;.]{0,16})(?: (?:to|at))?(?: (?:about|some|nearly|more than|over))? ?$/i;
/** "The number of visitors reached 61,500 person-times" */
const NUMBER_OF = /\bnumber of (?:the |its )?([a-z-]+(?: [a-z-]+)?s|staff|personnel) (?:[a-z]+ (?:to )?)?(?:(?:about|nearly|over|more than) )?$/;
const NOUN_UNIT = /^[a-z]{4,}$/;
const BARE_UNIT = /^(?:person|unit|set|piece|time|share|item of)$/;
/** What is counted: "32 key projects". Of what is counted in units that say nothing, the words in front tell. */
const counted: SubjectRule = (place) => {
  const { kind, unit, lead, after, earlier } = place;
  if (kind !== 'count' || NO_NOUN.test(after)) return null;
  if (unit === null && (earlier === null || earlier.kind !== 'count') && /^ (?:have|has|had|were|was|are|is|belong|involve|concern|relate|come|came|focus|exceed) (?!to (?:be|\d))/.test(after)) return place.lastCounted;
  const isBare = nounAfter(after) === '' && !/^ of\b/.test(after);
  if (isBare && unit === null && earlier?.kind === 'count' && !hasVerb(lead.slice(earlier.end)) && !/, (?:and )?(?!in\b|at\b|for\b|on\b|from\b|about\b|over\b|of\b|and\b|some\b|nearly\b|to\b)[A-Za-z][\w-]+(?: [a-z]+)? $|^(?:,? [a-z]+)?,? and (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)* $/.test(lead.slice(earlier.end)) && !endsOf(lead)) return earlier.words;
  if (isBare && unit !== null && NOUN_UNIT.test(unit) && !BARE_UNIT.test(unit)) return unit.endsWith('y') ? `${unit.slice(0, -1)}ies` : `${unit}s`;
  if (unit === 'person') return WORKFORCE.exec(lead)?.[1] ?? NUMBER_OF.exec(lead.slice(-80))?.[1] ?? 'people';
  return nounAfter(after.replace(/^ (?:more|additional|further) (?=(?:[a-z-]+ )?[a-z]+s\b)/, ' ').replace(/^ \d+[- ]?(?:kV|MW|kW|tonnes?|tons?|t|km|m)\b/, '')) || nounAfter(/^ of (?:the |its )?\d+ .*/.test(after) ? after.replace(/^ of (?:the |its )?\d+/, '') : '') || nounOf(after);
};

/** "Three enterprises with revenue above 2 billion": by what they are counted. */
const countedWith: SubjectRule = ({ kind, unit, after }) => (kind === 'count' && unit !== 'person' ? (/^ ((?:[a-z-]+ )?[a-z]{4,}s with (?:an? )?(?:annual )?(?:output value|revenues?|sales|output|capacity|investment|turnover|income|tax))(?= (?:of |value )*(?:more than|over|above|exceeding|at least|less than|below|under)\b)/.exec(after)?.[1]?.replace(/ with an? /, ' with ') ?? null) : null);

/** "Enterprises of rare earths": where the one word behind says little. */
const countedOf: SubjectRule = ({ kind, after, unit }) => {
  if (kind !== 'count' || unit === 'person') return null;
  const [, noun, rest = ''] = /^ ([a-z]+s)( of (?:the |its )?[a-z].*)$/.exec(after) ?? [];
  const of = noun === undefined || COLLECTIVE.test(after) ? '' : nounOf(rest);
  return of === '' || of.split(' ').length > 2 ? null : `${noun} of ${of}`;
};

/** "1.2 million yuan in term deposits" */
const inFunds: SubjectRule = ({ kind, after }) => (kind === 'money' && /^ in (?:the bank|cash)\b/.test(after) ? 'cash' : null) ?? /^ (?:a year |annually |per year |each year )?in (?:annual |total |new |special )?((?:electricity bills?|electricity costs?|energy costs?|labou?r costs?|costs?|rents?|wages|compensation|fines|dividends|interest|royalties|term deposits|deposits|funds|capital|taxes|tax|revenues?|sales|output|investment|profits?|subsidies|loans?|funding|grants?|cash|debt|exports|orders|fees)\b(?: revenue| value)?)/.exec(after)?.[1] ?? null;

/** What a per cent figure is followed by, that is not what it measures. */
const NO_RATED = /^(?:TREO|REO|NdPr|HM|YoY|Nb|P2|ThO|U3)|(?:ed|ly|ing)$|^(?:complet\w*|built|done|sold|met|paid|ready|capacity|one|two|three|four|five|six|seven|eight|nine|ten|higher|lower|full|more|less|stable|stake|owned|availability on|pure|material|y-o-y|m-o-m|q-o-q|ahead|behind|above|below|better|worse|ad|basis)\b/i;

/** "18 m depth", "a 5 % royalty" */
const measured: SubjectRule = ({ kind, unit, after }) => (kind === 'level' && (unit === 'km' || unit === 'm' || unit === 'mile') && /^ (?:away|from the|north|south|east|west)\b/.test(after) ? 'distance' : kind === 'level' ? /^ ((?:depth|thickness|width|height|diameter|length))\b(?! of)/.exec(after)?.[1] : undefined) ?? (LEVEL_OF.test(after) ? nounAfter(after) : null);

/** "13 % VAT", "0.25 % convertible notes" */
const percentOf: SubjectRule = ({ kind, unit, after }) => {
  const noun = kind === 'level' && unit === '%' && /^ [A-Za-z]/.test(after) ? nounAfter(after) : '';
  return noun === '' || NO_RATED.test(noun) || hasVerb(noun) ? null : noun;
};

/** "Spent $5 million on exploration" */
const purpose: SubjectRule = (place) => {
  const words = purposeSubject(place);
  return words === null ? null : cleaned(words);
};

/** "A 500 kg bulk sample of ore" */
const lot: SubjectRule = ({ kind, after }) => {
  const held = kind === 'mass' ? /^[ -]((?:bulk |pilot |trial |test )?(?:sample|lot|batch|shipment|cargo|parcel))s?\b(?: of ([\w -]{3,30}?)(?=[,;.]| (?:gave|was|were|at|to|for|in)\b|$))?/.exec(after) : null;
  return held?.[2] ?? held?.[1] ?? null;
};

/** "A 15 % stake" */
const stake: SubjectRule = ({ after }) => (/^ (?:stake|shareholding|holding|interest|share)\b/.test(after) ? (nounAfter(after).split(' ')[0] ?? null) : null);

/** "20 % less power than" */
const saved: SubjectRule = ({ unit, after, earlier }) => (unit === '%' && /^ (?:less|more|fewer) (?:tonnes|tons|units)\b/.test(after) ? (earlier?.words ?? null) : unit === '%' ? (/^ (?:less|more|fewer|lower|higher) ((?:[a-z-]+ ){0,2}[a-z-]+) than\b/.exec(after)?.[1] ?? null) : null);

const HOLDS = /\b(?:account\w* for|represent\w*|ma(?:kes?|de|king) up|suppl\w+|contribut\w+|compris\w+|holds?|provid\w+|covered|covers|met|meets|(?<!to )take|took)\b[^,]{0,45}$|\b(?:is|are|was|were|at|equals?|(?:ris|fall|ros|fell|grow|grew|climb|drop)\w* to)(?: (?:about|some|around|nearly|almost|more than|over|less than|only|just|an estimated))* ?$/i;
/** "40 % of the workers", "60 % NdPr"; not of what makes up that share. */
const sharedThing: SubjectRule = ({ kind, lead, after, earlier }) => {
  if (kind !== 'share') return null;
  // "73 % of whom are local villagers"
  const who = /^ of (?:whom|which|them) (?:are|were|is) (?:the |an? )?([a-z][a-z-]*(?: [a-z-]+)?s)(?=[,;.]|$| and )/.exec(after)?.[1];
  if (who !== undefined && earlier !== null && !hasVerb(who)) return `${who} among ${earlier.words.split(' ').at(-1) ?? ''}`;
  // "69 % of mining and 92 % of refining", both held by one.
  const first = earlier?.kind === 'share' ? /^ of (?:the )?(?!the\b)([a-z]+)[^,;.\d]{0,40} and (?:about |some |nearly )?$/.exec(lead.slice(earlier.end))?.[1] : undefined;
  if (earlier && first !== undefined && earlier.words !== '' && !earlier.words.includes(first)) return earlier.words;
  if (/^ of\b/.test(after) && (!PLAN.test(after) || (earlier === null && / budget\b/.test(after))) && !/\b(?:an?) (?:[\w-]+ ){1,3}of $/i.test(lead) && !HOLDS.test(lead)) return nounOf(after);
  return /^ [A-Za-z]/.test(after) && !/^ (?:of|in|to|from|by|for|a|and|year)\b/.test(after) ? nounAfter(after) : null;
};

const RULES: readonly SubjectRule[] = [collected, peopleWith, countedWith, countedOf, counted, inFunds, measured, percentOf, purpose, lot, stake, saved, sharedThing];

/** What the words behind a figure name: "a 6 % drop in revenue", "32 key projects", "40 % of the workers", "a 15 % stake". */
export const fromBehind: SubjectRule = (place) => firstOf(RULES, place);
