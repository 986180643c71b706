import type { EntityMention } from '../../contract/gazetteer.ts';
import type { Figure, TextPlace } from '../../contract/lens.ts';
import { foldScript, scriptOf } from './fold-script.ts';
import { foldText, withDecimalPoints } from './fold-text.ts';
import { joinText } from './joined-text.ts';
import type { JoinedText } from './joined-text.ts';
import type { Stretch } from './sentences.ts';
import { withSpacedCells } from './table/spaced-cells.ts';
import { withStackedCells } from './table/stacked-cells.ts';

/** "100.74 million tonnes (mt)": elsewhere an mt is a metric ton. */
const MILLIONS = /\bmillion (?:metric )?ton(?:ne)?s \(mt\)/;
/** Of four digits or with its thousands parted a number counts tons themselves; in front of goods an mt is a lot. */
const IN_MILLIONS = /(?<=(?<![\d,.])\d{1,3}(?:\.\d+)? ?)(?:mt\b(?! (?:cargo|lot|parcel|of ferro|Panamax|a day)))/g;

/** Texts in which a sign stands behind its currency, a per cent sign is escaped, and millions of tons go by three letters: few. */
const SIGN_BEHIND = /(?:[DFKPR] |[$€£¥])-\d/;

/** A folded text whose losses and per cents are written as others are; character for character. */
function withSigns(folded: string): string {
  let text = folded.replace(/([$€£¥])( ?)\((\d[\d,.]*)\)/g, ' $2-$1$3').replace(/(?<=\t)\((\d[\d,.]*)\)(?=%)/g, '-$1 ');
  if (text.includes('\\%')) text = text.replace(/\$([-+]?\d[\d,.]*)\\%\$/g, '$1%   ').replace(/(?<=\d)\\%/g, '% ');
  if (text.includes('mnt')) text = text.replace(/(?<=\d)mnt\b/g, 'Mt ');
  return SIGN_BEHIND.test(text) ? text.replace(/(?<![A-Za-z$€£¥-])([MT]?(?:SEK|NOK|DKK|EUR|USD|AUD|CAD|GBP|CHF) |[A-Z]{0,2}[$€£¥])-(?=\d[\d,.]*(?! ?%|[\d,.]))/g, '-$1') : text;
}

/** A title or a text as it is read: joined, folded, its tables in cells; and as it was given, where figures are told. */
export class FieldText {
  /** As it is read. */
  readonly text: string;
  /** The same before it was folded, character for character. */
  readonly written: string;
  /** Those of this field, by their places in `text`. */
  readonly mentions: readonly EntityMention[];
  readonly #given: string;
  /** Null where the text is read as it was given. */
  readonly #joined: JoinedText | null;
  readonly #inScript: (words: string) => string;

  constructor(field: TextPlace['field'], given: string, mentions: readonly EntityMention[]) {
    const joined = joinText(given);
    const written = joined?.text ?? given;
    this.#given = given;
    this.#joined = joined;
    this.written = written;
    // Accounts put a loss in brackets, $(12.6) million, or behind its currency, SEK -45 million.
    const folded = withDecimalPoints(foldText(written));
    const simplified = foldScript(MILLIONS.test(folded) ? folded.replace(IN_MILLIONS, 'Mt') : folded);
    this.text = withSigns(withSpacedCells(withStackedCells(simplified), written));
    this.#inScript = simplified === folded ? (words) => words : scriptOf(folded, simplified);
    const ours = mentions.filter((mention) => mention.field === field);
    this.mentions = joined ? ours.map((mention) => placed(mention, joined)) : ours;
  }

  /** A figure with the places of the text that was given, and in its script. */
  asGiven(figure: Figure): Figure {
    const words = this.#inScript(figure.subject.words);
    const subject = words === figure.subject.words ? figure.subject : { ...figure.subject, words };
    if (this.#joined === null) return subject === figure.subject ? figure : { ...figure, subject };
    const { before } = this.#joined;
    const given = <T extends Stretch>(place: T): T => ({ ...place, start: before(place.start), end: before(place.end - 1) + 1 });
    const place = given(figure.place);
    return { ...figure, subject, place, sentence: given(figure.sentence), printed: this.#given.slice(place.start, place.end) };
  }
}

function placed(mention: EntityMention, { text, behind }: JoinedText): EntityMention {
  const [start, end] = [behind(mention.start), behind(mention.end)];
  return { ...mention, start, end, text: text.slice(start, end) };
}
