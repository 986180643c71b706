import type { Entity, EntityId } from '../../contract/gazetteer.ts';
import { formsOf, type NameForm } from './name-form.ts';
import { StepTable } from './step-table.ts';

/** A gazetteer readied for recognising: a tree of folded forms. */
export interface CompiledGazetteer {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  /** The node of each first unit; 0 where no form begins so. */
  readonly first: Int32Array;
  /** Further nodes. */
  readonly next: Pick<StepTable, 'get'>;
  /** Of each node, the place in `forms` of those that end there; 0 where none does. */
  readonly ending: Int32Array;
  readonly forms: readonly (readonly NameForm[])[];
}

/** Readies entities for recognising; takes milliseconds, so it is done once for each change of them. */
export function compileGazetteer(entities: ReadonlyMap<EntityId, Entity>): CompiledGazetteer {
  const first = new Int32Array(0x10000);
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
      }
      const ofNode = byNode.get(node);
      if (ofNode) ofNode.push(form);
      else byNode.set(node, [form]);
    }
  }
  const ending = new Int32Array(nodes + 1);
  for (const [at, node] of [...byNode.keys()].entries()) ending[node] = at + 1;
  return { entities, first, next, ending, forms: [[], ...byNode.values()] };
}
