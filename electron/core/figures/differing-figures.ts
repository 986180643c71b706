import type { FigureRow } from '../../contract/figures.ts';
import type { LensDifference } from '../../contract/lens-api.ts';
import { compareWritten } from '../lens/number/multiply-decimals.ts';

const MOST_DIFFERENCES = 20;
const STOP = new Set(['the', 'of', 'a', 'an', 'in', 'for', 'to', 'and', 'its', 'total', 'about', 'was', 'were', 'is']);

function wordsOf(subject: string): string[] {
  return (subject.toLowerCase().match(/[a-z0-9]+|\p{Script=Han}/gu) ?? []).filter((word) => !STOP.has(word)).map((word) => word.replace(/(?<=[a-z]{3})s$/, ''));
}

/** One thing: an entity that both name and no word that tells them apart, or the same words. */
function isOneSubject(one: FigureRow, other: FigureRow): boolean {
  const [a, b] = [wordsOf(one.subject.words), wordsOf(other.subject.words)];
  if (a.length === 0 || b.length === 0) return false;
  const shared = a.filter((word) => b.includes(word)).length;
  return shared === Math.min(a.length, b.length) && shared * 3 >= Math.max(a.length, b.length) * 2;
}

function isSameValue(one: FigureRow, other: FigureRow): boolean {
  return compareWritten(one.low, other.low) === 0 && compareWritten(one.high, other.high) === 0;
}

/** "About 20 %" and 19.6 %, or a value within the range that the other gives, are no difference. */
function isRounding(one: FigureRow, other: FigureRow): boolean {
  if (compareWritten(one.low, other.low) >= 0 && compareWritten(one.high, other.high) <= 0) return true;
  const [coarse, fine] = significance(one.low) <= significance(other.low) ? [one, other] : [other, one];
  const digits = significance(coarse.low);
  return Number(fine.low).toPrecision(Math.min(21, Math.max(1, digits))) === Number(coarse.low).toPrecision(Math.min(21, Math.max(1, digits)));
}

function significance(written: string): number {
  const digits = written.replace(/^-?0*\.?0*/, '').replace('.', '');
  return written.includes('.') ? digits.length : digits.replace(/0+$/, '').length;
}

/**
 * What articles of one story say differently: one kind, unit, subject and period, another value, and neither says what the other
 * says anywhere. Careful rather than complete. In order of publication.
 */
export function differingFigures(articles: readonly (readonly FigureRow[])[]): LensDifference[] {
  const differences: LensDifference[] = [];
  const measured = articles.map((figures) => figures.filter(({ kind, subject, unsure }) => kind !== 'date' && kind !== 'notice' && kind !== 'rank' && subject.words !== '' && !unsure));
  for (const [at, ones] of measured.entries()) {
    for (const one of ones) {
      const others = measured.slice(at + 1).flatMap((figures) => {
        if (figures.some((figure) => figure.unit?.normal === one.unit?.normal && isSameValue(figure, one))) return [];
        const other = figures.find((figure) => isComparable(figure, one) && !isRounding(one, figure) && !isRounding(figure, one) && !ones.some((said) => said.unit?.normal === figure.unit?.normal && isSameValue(said, figure)));
        return other ? [other] : [];
      });
      const [first] = others;
      if (!first || differences.length >= MOST_DIFFERENCES || differences.some(({ figures }) => figures.some(({ id, source }) => id === one.id && source.articleId === one.source.articleId))) continue;
      differences.push({ subject: one.subject.words, kind: one.kind, unit: one.unit?.normal ?? null, period: (one.span ?? first.span)?.name ?? null, figures: [one, ...others] });
    }
  }
  return differences;
}

function isComparable(one: FigureRow, other: FigureRow): boolean {
  const isChange = one.kind === 'change' || one.kind === 'change_pp';
  return (
    one.kind === other.kind && one.unit?.normal === other.unit?.normal && isOneSubject(one, other) &&
    (one.span === null || other.span === null || one.span.name === other.span.name) &&
    (!isChange || one.qualifiers.filter((way) => way !== 'about').join() === other.qualifiers.filter((way) => way !== 'about').join())
  );
}
