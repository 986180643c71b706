import { expect, it } from 'vitest';
import { StepTable } from '../../../electron/core/entities/step-table.ts';
import { seededRandom } from '../../seeded-random.ts';

it('leads where a map leads, however many steps it holds', () => {
  const random = seededRandom(7);
  const table = new StepTable();
  const map = new Map<string, number>();
  for (let at = 1; at <= 20_000; at++) {
    const [node, unit] = [Math.floor(random() * 9000), Math.floor(random() * 0x10000)];
    table.set(node, unit, at);
    map.set(`${node}:${unit}`, at);
  }
  for (const [step, to] of map) {
    const [node = 0, unit = 0] = step.split(':').map(Number);
    expect(table.get(node, unit)).toBe(to);
    expect(table.get(node + 9000, unit)).toBe(0);
  }
});
