import type { EntityId, EntityMention } from '../../contract/gazetteer.ts';
import type { FigureSubject, TextPlace } from '../../contract/lens.ts';

/** Who knows names, and of which elements a product is. */
export interface ProductNames {
  mentions(text: { readonly title: string; readonly text: string; readonly publishedAt: number | null }): readonly EntityMention[];
  partsOf(id: EntityId): readonly EntityId[];
}

/** The article of a quote, with all that it names. */
export interface QuotedIn {
  readonly title: string;
  readonly text: string;
  readonly mentions: readonly EntityMention[];
}

type Form = 'oxide' | 'metal';

/** What is said of a price or of where it is asked, and nothing of what it is of. */
const OF_PRICES = /\b(?:the|an?|same|this|these|that|its|their|of|in|at|for|from|market|spot|domestic|mainstream|weighted|average|mean|closing|listed|prices?|pricing|quotes?|quotations?|offers?|bids?|values?|china|chinese|europe(?:an)?|japan(?:ese)?)\b|中国|欧洲|日本|市场|主流|国内|出口|进口|挂牌|加权|平均|收盘|成交|报价|均价|单价|价格|价|的|该|同一/gi;
const FORMS: readonly (readonly [Form, RegExp])[] = [
  ['oxide', /^(?:oxides?|氧化物)$/i],
  ['metal', /^(?:metals?|ingots?|金属|金属锭|锭)$/i],
];
const THE_SAME = /\b(?:the|same|this|that|its)\b|该|同一/i;

function formOf(words: string): Form | null {
  return FORMS.find(([, is]) => is.test(words))?.[0] ?? null;
}

function kindOf(id: EntityId): string {
  return id.slice(0, id.indexOf(':'));
}

/** Which form of its elements a product is. */
function formOfProduct(id: EntityId): Form | null {
  return id.endsWith('-oxide') ? 'oxide' : id.endsWith('-metal') ? 'metal' : null;
}

/**
 * What prices are of, by the gazetteer: as the words of a quote name it, or, where they say a form alone (the oxide, metal), that
 * form of what its paragraph last named before it, else of the one thing that its title names. Null where that tells nothing.
 */
export class QuotedProducts {
  readonly #names: ProductNames;
  readonly #article: QuotedIn;
  readonly #known = new Map<string, EntityId | null>();

  constructor(names: ProductNames, article: QuotedIn) {
    this.#names = names;
    this.#article = article;
  }

  /** `place` is where the figure stands. */
  of({ words, entityIds }: FigureSubject, place: TextPlace): EntityId | null {
    const product = entityIds.find((id) => kindOf(id) === 'product');
    if (product !== undefined) return product;
    const thing = entityIds.find((id) => kindOf(id) === 'metal' || kindOf(id) === 'element');
    if (thing !== undefined) return thing;
    const named = this.#named(words);
    if (named !== null) return named;
    const form = formOf(this.#bare(words, []));
    return form && this.#owned(form, place, THE_SAME.test(words));
  }

  #mentionsOf(words: string): readonly EntityMention[] {
    return this.#names.mentions({ title: words, text: '', publishedAt: null }).filter(({ field }) => field === 'title');
  }

  /** What is left of words without what is said of prices, places, and the mentions given. */
  #bare(words: string, without: readonly EntityMention[]): string {
    const out = [...without, ...this.#mentionsOf(words).filter(({ entityId }) => kindOf(entityId) === 'place')];
    const rest = out.toSorted((a, b) => b.start - a.start).reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, words);
    return rest.replaceAll(OF_PRICES, ' ').replaceAll(/\s+/g, ' ').trim();
  }

  /** A product that the words name, the last of several, which is what the others are said of; else an element or metal, where nothing else is said but that it is one. */
  #named(words: string): EntityId | null {
    const found = this.#known.get(words);
    if (found !== undefined) return found;
    const mentions = this.#mentionsOf(words);
    const product = mentions.findLast(({ entityId }) => kindOf(entityId) === 'product');
    const things = mentions.filter(({ entityId }) => kindOf(entityId) === 'metal' || kindOf(entityId) === 'element');
    const [thing] = things;
    const rest = thing && this.#bare(words, things);
    const isAlone = thing !== undefined && things.every(({ entityId }) => entityId === thing.entityId) && (rest === '' || formOf(rest ?? '') === 'metal');
    const named = product?.entityId ?? (isAlone ? thing.entityId : null);
    this.#known.set(words, named);
    return named;
  }

  #owned(form: Form, place: TextPlace, isSame: boolean): EntityId | null {
    const { title, text, mentions } = this.#article;
    const goods = mentions.filter(({ entityId }) => kindOf(entityId) === 'product' || kindOf(entityId) === 'element');
    const from = place.field === 'text' ? text.lastIndexOf('\n', place.start) + 1 : 0;
    const before = goods.filter(({ field, start, end }) => field === place.field && start >= from && end <= place.start).toSorted((a, b) => b.end - a.end);
    // The same oxide is the oxide that was named last, whatever was named since.
    const same = isSame ? before.find(({ entityId }) => formOfProduct(entityId) === form) : undefined;
    if (same) return same.entityId;
    const [nearest] = before;
    if (nearest) return this.#inForm(nearest.entityId, form);
    const inTitle = new Set(place.field === 'title' ? [] : goods.filter(({ field, end }) => field === 'title' && end <= title.length).map(({ entityId }) => this.#inForm(entityId, form)));
    const [only] = inTitle;
    return inTitle.size === 1 && only !== undefined ? only : null;
  }

  /** The oxide or metal of what a product or an element is; null where the gazetteer knows none. */
  #inForm(id: EntityId, form: Form): EntityId | null {
    if (formOfProduct(id) === form) return id;
    const parts = kindOf(id) === 'element' ? [id] : this.#names.partsOf(id);
    const base = kindOf(id) === 'product' ? id.replace(/-(?:oxide|metal)$/, '') : null;
    const own = base && `${base}-${form}`;
    if (own && this.#names.partsOf(own).length > 0) return own;
    return parts.length === 1 && parts[0] !== undefined ? this.#ofElement(parts[0], form) : null;
  }

  #ofElement(element: EntityId, form: Form): EntityId | null {
    const symbol = element.slice(element.indexOf(':') + 1);
    const id = this.#mentionsOf(`${symbol} ${form}`).find(({ entityId }) => formOfProduct(entityId) === form && this.#names.partsOf(entityId).join() === element);
    return id?.entityId ?? null;
  }
}
