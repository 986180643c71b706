import type { Entity, EntityId } from '../../contract/gazetteer.ts';
import { formsOf, type NameForm } from './name-form.ts';

/** A gazetteer readied for recognising: a tree of folded forms. */
export interface CompiledGazetteer {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  /** The node of each first unit; 0 where no form begins so. */
  readonly first: Int32Array;
  /** Further nodes, by `node * 65536 + unit`. */
  readonly next: ReadonlyMap<number, number>;
  /** The forms that end at a node. */
  readonly forms: readonly (readonly NameForm[] | undefined)[];
}

/** Readies entities for recognising; takes milliseconds, so it is done once for each change of them. */
export function compileGazetteer(entities: ReadonlyMap<EntityId, Entity>): CompiledGazetteer {
  const first = new Int32Array(0x10000);
  const next = new Map<number, number>();
  const forms: NameForm[][] = [];
  let nodes = 0;
  for (const entity of entities.values()) {
    const known = new Set<string>();
    for (const form of formsOf(entity)) {
      const key = JSON.stringify([form.text, form.exact, form.from, form.to, form.rule]);
      if (known.has(key)) continue;
      known.add(key);
      const start = form.text.charCodeAt(0);
      let node = first[start] || (first[start] = ++nodes);
      for (let at = 1; at < form.text.length; at += 1) {
        const step = node * 0x10000 + form.text.charCodeAt(at);
        let to = next.get(step);
        if (to === undefined) next.set(step, (to = ++nodes));
        node = to;
      }
      (forms[node] ??= []).push(form);
    }
  }
  return { entities, first, next, forms };
}
