import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENTITY_DOCUMENTS } from '../../fuzz/hostile/entity-documents.ts';
import type { HostileDocument } from '../../fuzz/hostile/hostile-document.ts';
import { openHostileRoom, type HostileRoom } from '../../fuzz/hostile/hostile-room.ts';
import { SHAPE_DOCUMENTS } from '../../fuzz/hostile/shape-documents.ts';
import { BAIT_DOCUMENTS, TEXT_DOCUMENTS } from '../../fuzz/hostile/text-documents.ts';

let room: HostileRoom;
beforeAll(async () => {
  room = await openHostileRoom();
}, 120_000);
afterAll(() => room.close());

/** The heavy ones stand in `npm run fuzz`. */
const light = (documents: readonly HostileDocument[]): [string, HostileDocument][] => documents.flatMap((document) => (document.weight === 'light' ? [[document.name, document]] : []));

/** A document that hangs is ended after 20 s by the pool, and then gives another code than it should. */
const BOUND = 60_000;

describe('behaviour 10: a hostile document costs itself only', () => {
  test.each(light(ENTITY_DOCUMENTS))('%s', async (_, document) => expect(await room.troubles(document)).toEqual([]), BOUND);
  test.each(light(SHAPE_DOCUMENTS))('%s', async (_, document) => expect(await room.troubles(document)).toEqual([]), BOUND);
  test.each(light(TEXT_DOCUMENTS))('%s', async (_, document) => expect(await room.troubles(document)).toEqual([]), BOUND);
});

describe('no search or expression takes the square of a text', () => {
  test.each(light(BAIT_DOCUMENTS))('%s', async (_, document) => expect(await room.troubles(document)).toEqual([]), BOUND);
});
