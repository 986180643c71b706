import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import type { AnswerOf, ArgsOf, ReaderMethod } from '../../electron/contract/api.ts';
import { fromWireError } from '../../electron/contract/errors.ts';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';
import { startFeedServer } from './feed-server.ts';

const SLOW = 120_000;

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  async function bench() {
    const profile = mkdtempSync(join(tmpdir(), 'monazite-watching-'));
    const publisher = await startFeedServer(5);
    const opened = await carrier.open(profile);
    onTestFinished(async () => {
      await opened.close();
      await publisher.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    });
    const call = async <M extends ReaderMethod>(method: M, args: ArgsOf<M>): Promise<AnswerOf<M>> => {
      const answer = await opened.call(method, args);
      if (!answer.ok) throw fromWireError(answer.error);
      return answer.value as AnswerOf<M>;
    };
    const fails = async (method: string, args: unknown): Promise<string> => {
      const answer = await opened.call(method, args);
      return answer.ok ? 'answered' : answer.error.code;
    };
    return { publisher, call, fails };
  }

  test('watchlists are added, changed, put in order, listed, reported and removed; alerts are told once and seen', async () => {
    const { publisher, call, fails } = await bench();
    await call('setSettings', { alerts: { quiet: false, quietFrom: 0, quietTo: 0, digestAt: 480, notify: true } });
    const { watch } = await call('addWatch', { watched: { kind: 'search', query: 'story', exact: false }, alert: 'notify', title: 'Stories' });
    const { watch: element } = await call('addWatch', { watched: { kind: 'entity', entityId: 'element:Dy' }, position: 0 });
    expect(element).toMatchObject({ mark: 'element', position: 0, alert: 'off' });
    await call('subscribe', { url: publisher.feedUrl });
    expect((await call('watches', {})).watches).toMatchObject([{ id: element.id, total: 0 }, { id: watch.id, title: 'Stories', total: 5, unread: 5, failure: null }]);
    const list = await call('listArticles', { scope: { kind: 'watch', id: watch.id }, limit: 2 });
    expect(list).toMatchObject({ total: 5, articles: [{ raised: false }, {}] });
    expect((await call('markAllRead', { scope: { kind: 'watch', id: watch.id }, before: list.asOf })).changed).toBe(5);
    expect((await call('watches', {})).watches[1]).toMatchObject({ total: 5, unread: 0 });
    expect(await call('moveWatch', { watchId: watch.id, position: 0 })).toMatchObject({ before: 1, watches: [{ id: watch.id }, { id: element.id }] });
    expect((await call('changeWatch', { watchId: watch.id, watched: { kind: 'search', query: '"story 1"', exact: true } })).watch).toMatchObject({ mark: 'phrase', title: 'Stories' });
    const report = await call('watchReport', { watchId: watch.id, days: 7, zone: 'Asia/Shanghai' });
    expect(report.days).toHaveLength(7);

    const { alerts, unseen } = await call('alerts', { limit: 10 });
    expect(alerts.length).toBe(unseen);
    for (const { reasons } of alerts) expect(reasons).toMatchObject([{ kind: 'watch', id: watch.id, title: 'Stories', words: ['Story'] }]);
    const { notices } = await call('takeNotices', {});
    expect(notices.flatMap(({ alertIds }) => alertIds)).toHaveLength(alerts.length);
    expect((await call('takeNotices', {})).notices).toEqual([]);
    expect((await call('setAlertsSeen', { alertIds: 'all', seen: true })).changed).toHaveLength(alerts.length);

    const { removed } = await call('removeWatch', { watchId: element.id });
    expect(removed).toEqual({ watched: { kind: 'entity', entityId: 'element:Dy' }, title: '', alert: 'off', position: 1 });
    expect([await fails('addWatch', { watched: { kind: 'entity', entityId: 'element:Xx' } }), await fails('addWatch', { watched: { kind: 'search', query: ' ', exact: false } }), await fails('watchReport', { watchId: watch.id, days: 7, zone: 'Mars/Base' }), await fails('removeWatch', { watchId: 99 })])
      .toEqual(['entity-missing', 'invalid-argument', 'invalid-argument', 'watch-missing']);
  }, SLOW);

  test('rules are tried, run, undone, put in order and removed; what is muted is shown again', async () => {
    const { publisher, call, fails } = await bench();
    const { rule } = await call('addRule', { title: 'First', enabled: true, when: { query: '"story 1"' }, effects: { mute: true } });
    await call('subscribe', { url: publisher.feedUrl });
    expect(await call('counts', {})).toMatchObject({ all: 4 });
    expect((await call('rules', {})).rules).toMatchObject([{ id: rule.id, acted: 1, muted: 1, failure: null }]);
    const { changed } = await call('showMuted', { ruleId: rule.id });
    expect(changed).toHaveLength(1);
    expect(await call('setMuted', { articleIds: changed, muted: true })).toEqual({ changed });
    expect(await call('setMuted', { articleIds: changed, muted: false })).toEqual({ changed });
    const { rule: second } = await call('addRule', { title: 'Second', enabled: false, when: { query: 'story', langs: ['en'] }, effects: { markRead: true, raise: true, tags: ['seen'] }, position: 0 });
    const before = await call('listArticles', { scope: { kind: 'all' }, limit: 10 });
    const tried = await call('dryRunRule', { rule: { when: { query: 'story' } } });
    expect(tried).toMatchObject({ count: 5, left: 0 });
    await call('changeRule', { ruleId: second.id, when: { query: 'story' } });
    const { run } = await call('runRule', { ruleId: second.id });
    expect(run).toMatchObject({ ruleId: second.id, state: 'done', matched: 5, changed: 5, total: 5 });
    expect((await call('listArticles', { scope: { kind: 'all' }, limit: 10 })).articles.map(({ read, raised, bookmarked }) => [read, raised, bookmarked])).toEqual(Array.from({ length: 5 }, () => [true, true, true]));
    expect(await call('undoRuleRun', { runId: run.id })).toEqual({ changed: 5 });
    const flags = ({ articles }: typeof before) => articles.map(({ id, read, raised, bookmarked }) => [id, read, raised, bookmarked]);
    expect(flags(await call('listArticles', { scope: { kind: 'all' }, limit: 10 }))).toEqual(flags(before));
    expect((await call('ruleRuns', {})).runs).toMatchObject([{ id: run.id, state: 'undone' }]);
    expect(await call('cancelRuleRun', {})).toEqual({});
    expect(await call('moveRule', { ruleId: second.id, position: 1 })).toMatchObject({ before: 0, rules: [{ title: 'First' }, { title: 'Second', position: 1 }] });
    expect((await call('removeRule', { ruleId: rule.id })).removed).toEqual({ title: 'First', enabled: true, when: { query: '"story 1"' }, effects: { mute: true }, position: 0 });
    expect([await fails('addRule', { title: 'x', enabled: true, when: {}, effects: { mute: true } }), await fails('runRule', { ruleId: 99 }), await fails('undoRuleRun', { runId: 99 }), await fails('undoRuleRun', { runId: run.id })])
      .toEqual(['rule-empty', 'rule-missing', 'run-missing', 'nothing-to-undo']);
  }, SLOW);
});
