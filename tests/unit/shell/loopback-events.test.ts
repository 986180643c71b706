import { describe, expect, test } from 'vitest';
import { ask, enter, json, openDoor } from './loopback-desk.ts';

describe('a page', () => {
  test('is told what changed as it changes, and no longer counted once it is gone', async () => {
    const door = await openDoor();
    const response = await fetch(`${door.server.base}events`, { headers: { cookie: await enter(door.server) } });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const stream = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await stream.read();
    expect(door.server.pages).toBe(1);
    door.emit({ kind: 'articles', feedIds: [3] });
    expect((await stream.read()).value).toBe('id: 1\ndata: {"kind":"articles","feedIds":[3]}\n\n');
    await stream.cancel();
    await expect.poll(() => door.server.pages).toBe(0);
  });

  test('has the browser ask for the first screen together with the page, and is answered with what it shows', async () => {
    const door = await openDoor({ answer: { ok: true, value: { calls: [] } } });
    const cookie = await enter(door.server);
    expect((await ask(door.server.base, { headers: { cookie } })).headers['link']).toBe('<first>; rel=preload; as=fetch; crossorigin');
    expect((await ask(`${door.server.base}assets/window.js`, { headers: { cookie } })).headers['link']).toBeUndefined();
    // The settings alone show none of it.
    expect((await ask(`${door.server.base}?settings=`, { headers: { cookie } })).headers['link']).toBeUndefined();
    door.emit({ kind: 'feeds', feedIds: 'many' });
    const heard = await ask(`${door.server.base}first`, { headers: { cookie } });
    expect(JSON.parse(heard.text)).toEqual({ told: 1, answer: { ok: true, value: { calls: [] } } });
    expect(heard.headers['cache-control']).toBe('no-store');
    expect(door.calls).toEqual([{ method: 'firstScreen', args: {} }]);
    expect((await ask(`${door.server.base}first`)).status).toBe(401);
    expect((await ask(`${door.server.base}first`, { method: 'POST', headers: { ...json, cookie }, body: '{}' })).status).toBe(405);
    expect(door.calls).toHaveLength(1);
  });

  test('is answered with what was asked for it while its browser started, unless something changed since', async () => {
    const door = await openDoor();
    const cookie = await enter(door.server);
    const first = async (): Promise<{ readonly told: number }> => JSON.parse((await ask(`${door.server.base}first`, { headers: { cookie } })).text) as { readonly told: number };
    door.server.prepareFirst();
    expect(await first()).toMatchObject({ told: 0 });
    expect(door.calls).toHaveLength(1);
    // It was for one page: the next one is answered with what is so then.
    expect(await first()).toMatchObject({ told: 0 });
    expect(door.calls).toHaveLength(2);

    const changed = await openDoor();
    const other = await enter(changed.server);
    changed.server.prepareFirst();
    changed.emit({ kind: 'backups' });
    expect(JSON.parse((await ask(`${changed.server.base}first`, { headers: { cookie: other } })).text)).toMatchObject({ told: 1 });
    expect(changed.calls).toHaveLength(2);
  });

  test('is told what came between its first answers and its listening, and that something was missed where that is too much', async () => {
    const door = await openDoor();
    const cookie = await enter(door.server);
    const opened = async (query: string, headers: Record<string, string> = {}) => {
      const response = await fetch(`${door.server.base}events${query}`, { headers: { cookie, ...headers } });
      const stream = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      let heard = '';
      while (!heard.endsWith('{"kind":"backups"}\n\n')) {
        const { value } = await stream.read();
        if (heard === '') door.emit({ kind: 'backups' });
        heard += value ?? '';
      }
      await stream.cancel();
      return heard;
    };
    for (let feedId = 1; feedId <= 3; feedId += 1) door.emit({ kind: 'articles', feedIds: [feedId] });
    expect(await opened('?after=2')).toBe(':\n\nid: 3\ndata: {"kind":"articles","feedIds":[3]}\n\nid: 4\ndata: {"kind":"backups"}\n\n');
    expect(await opened('')).toBe(':\n\nid: 5\ndata: {"kind":"backups"}\n\n');
    // A browser that opens it again says where it was, whatever the address says.
    expect(await opened('?after=0', { 'last-event-id': '4' })).toContain(':\n\nid: 5\n');
    expect(await opened('?after=99')).toContain('event: missed\ndata:\n\n');
    for (let feedId = 1; feedId <= 600; feedId += 1) door.emit({ kind: 'articles', feedIds: [feedId] });
    expect(await opened('?after=3')).toContain('event: missed\ndata:\n\n');
  });
});
