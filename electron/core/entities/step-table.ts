/**
 * Steps of a tree: from a node by a unit to a node above 0. Open addressing in typed arrays: a Map by `node * 65536 + unit` hashes a
 * boxed number at each step, which took most of the time of recognising.
 */
export class StepTable {
  #size = 1 << 12;
  #count = 0;
  #nodes = new Int32Array(this.#size);
  #units = new Uint16Array(this.#size);
  #to = new Int32Array(this.#size);

  /** The node to which `unit` leads from `node`; 0 where none does. */
  get(node: number, unit: number): number {
    return this.#to[this.#placeOf(node, unit)] ?? 0;
  }

  set(node: number, unit: number, to: number): void {
    if (this.#count * 2 >= this.#size) this.#grow();
    const place = this.#placeOf(node, unit);
    if (this.#to[place] === 0) this.#count += 1;
    this.#nodes[place] = node;
    this.#units[place] = unit;
    this.#to[place] = to;
  }

  /** Where a step stands, or the free place where it would. */
  #placeOf(node: number, unit: number): number {
    const last = this.#size - 1;
    const to = this.#to;
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    for (let place = (mixed ^ (mixed >>> 15)) & last; ; place = (place + 1) & last) {
      if (to[place] === 0 || (this.#nodes[place] === node && this.#units[place] === unit)) return place;
    }
  }

  #grow(): void {
    const [nodes, units, to] = [this.#nodes, this.#units, this.#to];
    this.#size *= 2;
    this.#count = 0;
    this.#nodes = new Int32Array(this.#size);
    this.#units = new Uint16Array(this.#size);
    this.#to = new Int32Array(this.#size);
    for (const [place, node] of nodes.entries()) {
      const known = to[place] ?? 0;
      if (known !== 0) this.set(node, units[place] ?? 0, known);
    }
  }
}
