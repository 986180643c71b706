import type { EntityMention } from '../../../electron/contract/gazetteer.ts';
import type { EntityCase, Label } from './cases.ts';

export interface Tally {
  readonly right: number;
  /** Found and not labelled. */
  readonly wrong: number;
  /** Labelled and not found. */
  readonly missed: number;
}

export interface CaseScore {
  readonly entityCase: EntityCase;
  readonly right: readonly Label[];
  readonly wrong: readonly EntityMention[];
  readonly missed: readonly Label[];
}

const keyOf = ({ entityId, field, start, end }: Label): string => `${entityId} ${field} ${start} ${end}`;

/** Holds what was found in a text to its labels: a mention is right where entity, field and both ends agree. */
export function scoreCase(entityCase: EntityCase, mentions: readonly EntityMention[]): CaseScore {
  const found = new Set(mentions.map(keyOf));
  const labelled = new Set(entityCase.labels.map(keyOf));
  return {
    entityCase,
    right: entityCase.labels.filter((label) => found.has(keyOf(label))),
    wrong: mentions.filter((mention) => !labelled.has(keyOf(mention))),
    missed: entityCase.labels.filter((label) => !found.has(keyOf(label))),
  };
}

export function precisionOf({ right, wrong }: Tally): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

export function recallOf({ right, missed }: Tally): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

export function f1Of(tally: Tally): number {
  const { right, wrong, missed } = tally;
  return right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed);
}

/** By kind of entity, and `all`. */
export function talliesOf(scores: readonly CaseScore[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const count = (id: string, part: keyof Tally): void => {
    for (const kind of [id.slice(0, id.indexOf(':')), 'all']) {
      const known = tallies.get(kind) ?? { right: 0, wrong: 0, missed: 0 };
      tallies.set(kind, { ...known, [part]: known[part] + 1 });
    }
  };
  for (const { right, wrong, missed } of scores) {
    for (const { entityId } of right) count(entityId, 'right');
    for (const { entityId } of wrong) count(entityId, 'wrong');
    for (const { entityId } of missed) count(entityId, 'missed');
  }
  return tallies;
}
