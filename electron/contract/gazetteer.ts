import type { ArticleId } from './model.ts';

/** Names that Monazite knows: what ships with it, and what a person added or corrected. Languages are BCP 47 tags; days `2026-11-18`. */

/** `element:Dy`, `company:lynas`; of a person's own: its kind, `own-` and a number. Never given to anything else. */
export type EntityId = string;

export const ENTITY_KINDS = ['element', 'metal', 'product', 'company', 'place', 'agency', 'policy'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** What has to stand around a form so that it means this entity. All that is given must hold. */
export interface NearRule {
  /** One of these words or phrases, in any case. */
  readonly near?: readonly string[];
  /** How many characters away `near` may be; left out: anywhere in title or text. */
  readonly within?: number;
  /** None of these may stand right before it. */
  readonly notAfter?: readonly string[];
  /** None of these may follow it at once. */
  readonly notBefore?: readonly string[];
  /** Upper and lower case as written. */
  readonly exact?: boolean;
}

/**
 * `symbol`: of an element, only next to what makes it one (oxide, price, %, a formula, a list of symbols). `ticker`: only behind
 * its exchange (NYSE: MP), or where the company is named as well.
 */
export type AliasRule = 'symbol' | 'ticker' | NearRule;

/** A further form under which an entity is named. */
export interface EntityAlias {
  readonly text: string;
  readonly lang?: string;
  /** First and last day on which it meant this entity. An old name goes on to mean it, until another entity takes it. */
  readonly from?: string;
  readonly to?: string;
  /** Upper and lower case as written. */
  readonly exact?: boolean;
  readonly needs?: AliasRule;
}

export interface Ticker {
  readonly exchange: string;
  readonly code: string;
  readonly from?: string;
  readonly to?: string;
}

/** What somebody said on a day; never more than that. */
export interface DatedClaim {
  readonly says: string;
  /** A day, or a month where no day is known. */
  readonly on: string;
}

export interface EntityFacts {
  readonly symbol?: string;
  /** Atomic number. */
  readonly number?: number;
  /** Of the oxide in trade, digits plain. */
  readonly oxide?: string;
  /** Mass of the metal in that oxide, 0 to 1. */
  readonly metalInOxide?: number;
  /** Class by scheme: `cn` as in Chinese trade, `usgs`. */
  readonly classes?: Readonly<Record<string, string>>;
  readonly uses?: string;
  readonly formula?: string;
  /** Elements that a product is of: naming it names them. */
  readonly of?: readonly EntityId[];
  readonly tickers?: readonly Ticker[];
  readonly role?: string;
  readonly places?: readonly EntityId[];
  /** ISO 3166-1, two letters. */
  readonly country?: string;
  readonly claims?: readonly DatedClaim[];
  /** Where the facts come from, where that is not what its file says. */
  readonly source?: string;
}

export interface Entity extends EntityFacts {
  readonly id: EntityId;
  readonly kind: EntityKind;
  /** By language (`en`, `zh-Hans`, `zh-Hant`, `ja`); each is also a form that is recognised, unless `silent` names its language. */
  readonly names: Readonly<Record<string, string>>;
  readonly aliases: readonly EntityAlias[];
  /** Languages whose name is for showing alone. */
  readonly silent?: readonly string[];
  /** Of the English name. */
  readonly needs?: AliasRule;
  /** Forms that a person does not want recognised as this. */
  readonly hidden?: readonly string[];
  /** `added` by a person, or shipped and `changed` by one; left out where it is as shipped. */
  readonly own?: 'added' | 'changed' | 'removed';
  /** What of `names` and `aliases` a person gave, where there is any: saveEntity takes it whole. */
  readonly mine?: Pick<OwnEntity, 'names' | 'aliases'>;
}

/** What a person added to an entity or took from it, or an entity of their own. */
export interface OwnEntity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  /** Of a shipped entity, only what differs. */
  readonly names: Readonly<Record<string, string>>;
  readonly aliases: readonly EntityAlias[];
  readonly hidden: readonly string[];
  /** A shipped entity that is not to be recognised at all. */
  readonly removed?: boolean;
}

/** A place where an entity is named. Offsets are UTF-16 code units of the field as it was given; `end` is past the last one. */
export interface EntityMention {
  readonly entityId: EntityId;
  readonly field: 'title' | 'text';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How much an article speaks of an entity; the first is the most prominent. */
export interface ArticleEntity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly names: Readonly<Record<string, string>>;
  /** Of an element or metal. */
  readonly symbol: string | null;
  readonly number: number | null;
  readonly inTitle: boolean;
  readonly count: number;
}

/** How many stored articles are still to be looked through for names. */
export interface RecognitionProgress {
  readonly waiting: number;
}

export interface GazetteerApi {
  /** By kind and name; `query` is part of any form, in any script or case. */
  listEntities(args: { kind?: EntityKind; query?: string }): Promise<{ entities: readonly Entity[] }>;
  /** Rejects with `entity-missing`. */
  getEntity(args: { entityId: EntityId }): Promise<{ entity: Entity }>;
  /**
   * Adds an entity (without `entityId`), or changes one: `names` and `aliases` come on top of what is shipped, `hidden` names forms
   * that are no longer recognised. Rejects with `entity-missing`, `entity-name-missing` where no form is left to know it by.
   */
  saveEntity(args: { entityId?: EntityId; kind?: EntityKind; names?: Readonly<Record<string, string>>; aliases?: readonly EntityAlias[]; hidden?: readonly string[] }): Promise<{ entity: Entity; before: OwnEntity | null }>;
  /** A person's own goes; a shipped one is no longer recognised until it is reset. Rejects with `entity-missing`. */
  removeEntity(args: { entityId: EntityId }): Promise<{ before: OwnEntity | null }>;
  /** Gives a shipped entity back as it is shipped. Rejects with `entity-missing`, also for a person's own. */
  resetEntity(args: { entityId: EntityId }): Promise<{ entity: Entity; before: OwnEntity | null }>;
  /** Has what a person gave of an entity be what it was `before` one of these three; null: nothing. Undoes them. */
  restoreEntity(args: { entityId: EntityId; own: OwnEntity | null }): Promise<Record<string, never>>;
  /** What an article speaks of, the most prominent first. Rejects with `article-missing`. */
  entitiesOf(args: { articleId: ArticleId }): Promise<{ entities: readonly ArticleEntity[] }>;
  recognitionProgress(args: Record<string, never>): Promise<RecognitionProgress>;
}
