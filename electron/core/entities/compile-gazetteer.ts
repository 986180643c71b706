import type { Entity, EntityId } from '../../contract/gazetteer.ts';
import { isWordUnit } from './fold-names.ts';
import { formsOf, type NameForm } from './name-form.ts';
import { StepTable } from './step-table.ts';

/** Three units of a word as a place in `third`; letters from a to z have one of their own, and share it with what is none. */
export function thirdOf(one: number, two: number, three: number): number {
  return ((one & 0x1f) << 10) | ((two & 0x1f) << 5) | (three & 0x1f);
}

/** In `third`: only the tree tells. */
export const UNTOLD = -1;

/** A gazetteer readied for recognising: a tree of folded forms. */
export interface CompiledGazetteer {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  /** The node of each first unit; 0 where no form begins so. */
  readonly first: Int32Array;
  /**
   * By the first three units of a word, see thirdOf: 0 where no form begins so, which is so of most words of a text; else the node
   * of three letters from a to z, or UNTOLD where others are among them.
   */
  readonly third: Int32Array;
  /** Further nodes. */
  readonly next: Pick<StepTable, 'get'>;
  /** Of each node, the place in `forms` of those that end there; 0 where none does. */
  readonly ending: Int32Array;
  readonly forms: readonly (readonly NameForm[])[];
}

function tellThird(third: Int32Array, form: string, node: number): void {
  const [one, two, three] = [form.charCodeAt(0), form.charCodeAt(1), form.charCodeAt(2)];
  if (!isWordUnit(one) || !isWordUnit(two) || !isWordUnit(three)) return;
  const place = thirdOf(one, two, three);
  third[place] = third[place] !== UNTOLD && /^[a-z]{3}/.test(form) ? node : UNTOLD;
}

/** Readies entities for recognising; takes milliseconds, so it is done once for each change of them. */
export function compileGazetteer(entities: ReadonlyMap<EntityId, Entity>): CompiledGazetteer {
  const first = new Int32Array(0x10000);
  const third = new Int32Array(1 << 15);
  const next = new StepTable();
  const byNode = new Map<number, NameForm[]>();
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
        const unit = form.text.charCodeAt(at);
        let to = next.get(node, unit);
        if (to === 0) next.set(node, unit, (to = ++nodes));
        node = to;
        if (at === 2) tellThird(third, form.text, node);
      }
      const ofNode = byNode.get(node);
      if (ofNode) ofNode.push(form);
      else byNode.set(node, [form]);
    }
  }
  const ending = new Int32Array(nodes + 1);
  for (const [at, node] of [...byNode.keys()].entries()) ending[node] = at + 1;
  return { entities, first, third, next, ending, forms: [[], ...byNode.values()] };
}
