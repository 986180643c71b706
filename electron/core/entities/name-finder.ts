import { createHash } from 'node:crypto';
import type { Entity, EntityId, EntityMention, OwnEntity } from '../../contract/gazetteer.ts';
import type { ArticleNames } from '../normalize/incoming-article.ts';
import { compileGazetteer, type CompiledGazetteer } from './compile-gazetteer.ts';
import { joinGazetteer } from './join-gazetteer.ts';
import { mentionPlaces, recognise, type NamedText } from './recognise.ts';
import { SHIPPED_GAZETTEER } from './shipped-gazetteer.ts';
import { tallyMentions } from './tally-mentions.ts';

/** Counted up whenever the same text and the same gazetteer give other names: stored articles are then looked through anew. */
const RECOGNISER_VERSION = 2;

export interface NameFinder {
  /** Tells apart what was found with another gazetteer or by another program. */
  readonly version: string;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  mentions(text: NamedText): EntityMention[];
  /** What an article names, as it is stored. */
  namesOf(text: NamedText): ArticleNames;
}

let shippedHash: string | null = null;

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The version of what is shipped with a person's own on top. */
export function gazetteerVersion(own: readonly OwnEntity[]): string {
  shippedHash ??= hashOf(JSON.stringify(SHIPPED_GAZETTEER));
  const mine = own.length === 0 ? '' : `-${hashOf(JSON.stringify(own.toSorted((a, b) => (a.id < b.id ? -1 : 1))))}`;
  return `${RECOGNISER_VERSION}-${shippedHash}${mine}`;
}

/** Finds names by what is shipped and a person's own. Readied at its first text. */
export function createNameFinder(own: readonly OwnEntity[] = []): NameFinder {
  const entities = joinGazetteer(SHIPPED_GAZETTEER, own);
  const version = gazetteerVersion(own);
  let compiled: CompiledGazetteer | null = null;
  const gazetteer = (): CompiledGazetteer => (compiled ??= compileGazetteer(entities));
  return {
    version,
    entities,
    mentions: (text) => recognise(text, gazetteer()),
    namesOf: (text) => ({ version, found: tallyMentions(mentionPlaces(text, gazetteer()), gazetteer()) }),
  };
}
