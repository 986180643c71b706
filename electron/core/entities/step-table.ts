/** Steps of a tree: from a node by a unit to a node above 0, which no other step leads to. */
export class StepTable {
  /** Of each node, the last that was stepped to from it; 0 where none was. */
  #child = new Int32Array(1 << 12);
  /** Of each node, the one before it from the same node. Four nodes of five have one child: a list is shorter than any table. */
  #sibling = new Int32Array(1 << 12);
  /** By which unit each node is stepped to. */
  #unit = new Uint16Array(1 << 12);

  /** The node to which `unit` leads from `node`; 0 where none does. */
  get(node: number, unit: number): number {
    let child = this.#child[node] ?? 0;
    while (child !== 0 && this.#unit[child] !== unit) child = this.#sibling[child] ?? 0;
    return child;
  }

  /** `unit` leads nowhere from `node` yet. */
  set(node: number, unit: number, to: number): void {
    while (Math.max(node, to) >= this.#unit.length) this.#grow();
    this.#unit[to] = unit;
    this.#sibling[to] = this.#child[node] ?? 0;
    this.#child[node] = to;
  }

  #grow(): void {
    const [child, sibling, unit] = [this.#child, this.#sibling, this.#unit];
    this.#child = new Int32Array(child.length * 2);
    this.#sibling = new Int32Array(child.length * 2);
    this.#unit = new Uint16Array(child.length * 2);
    this.#child.set(child);
    this.#sibling.set(sibling);
    this.#unit.set(unit);
  }
}
