import { expect, test } from 'vitest';
import { HeldSources } from '../../../electron/core/saving/held-sources.ts';
import type { ReadSource } from '../../../electron/core/saving/read-source.ts';

const MB = 1024 * 1024;
const source = (url: string): ReadSource => ({ kind: 'page', url, fetchedFrom: url, addressKeys: [], title: url, outlet: null, page: null, facts: null, embedded: [], file: null, failure: null });

function held(clock = { now: 0 }): { shelf: HeldSources; gone: Promise<ReadSource>[]; put: (name: string, bytes: number) => Promise<ReadSource> } {
  const gone: Promise<ReadSource>[] = [];
  const shelf = new HeldSources(() => clock.now, (reading) => gone.push(reading));
  return {
    shelf, gone,
    put(name, bytes) {
      const read = source(name);
      const reading = Promise.resolve(read);
      shelf.put(name, reading);
      shelf.weigh(name, read, [{ bytes: new Uint8Array(bytes) }]);
      return reading;
    },
  };
}

test('what is held together stays within 64 MB: the oldest goes, the newest stays though it is larger', () => {
  const { shelf, gone, put } = held();
  const [first, second] = [put('a', 30 * MB), put('b', 30 * MB)];
  expect([shelf.get('a'), shelf.get('b'), shelf.bytes]).toEqual([first, second, 60 * MB]);
  const third = put('c', 20 * MB);
  expect([shelf.get('a'), shelf.get('b'), shelf.get('c'), gone]).toEqual([null, second, third, [first]]);
  void put('d', 70 * MB);
  expect([shelf.get('b'), shelf.get('c'), shelf.bytes]).toEqual([null, null, 70 * MB]);
  shelf.clear();
  expect([gone.length, shelf.bytes]).toEqual([4, 0]);
});

test('no more than four are held, and none for more than ten minutes', () => {
  const clock = { now: 0 };
  const { shelf, put } = held(clock);
  for (const name of ['a', 'b', 'c', 'd', 'e']) void put(name, 1);
  expect(['a', 'b', 'e'].map((name) => shelf.get(name) !== null)).toEqual([false, true, true]);
  clock.now = 10 * 60_000;
  expect(shelf.get('e')).toBeNull();
});
