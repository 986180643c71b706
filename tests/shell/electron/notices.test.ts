import { Notification } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import type { CallAnswer, ReaderEventListener } from '../../../electron/contract/api.ts';
import type { AlertReason, Notice } from '../../../electron/contract/watch.ts';
import { followNotices } from '../../../electron/shell/notices.ts';
import { shellWords } from '../../../electron/shell/shell-words.ts';
import { fake } from '../../fakes/electron.ts';

beforeEach(() => fake.reset());

const reason = (change: Partial<AlertReason>): AlertReason => ({ kind: 'watch', id: 1, title: '', entityId: null, words: [], ...change });
const notice = (change: Partial<Notice>): Notice => ({ alertIds: [1], articleId: 7, articleTitle: 'Terbium quota cut', feedTitle: 'Metals', reasons: [reason({ words: ['terbium'] })], count: 1, ...change });

/** An engine that gives what is due once, as the real one does. */
function engineWith(language: 'en' | 'zh-CN' = 'en') {
  const due: Notice[] = [];
  const opened: number[] = [];
  const problems: string[] = [];
  let listener: ReaderEventListener | null = null;
  let wanted = true;
  let broken = false;
  let asked = 0;
  fake.ready();
  const stop = followNotices({
    reader: {
      call: async (): Promise<CallAnswer> => {
        asked += 1;
        if (broken) throw new Error('gone');
        return { ok: true, value: { notices: due.splice(0) } };
      },
      onEvent: (hear) => {
        listener = hear;
        return () => { listener = null; };
      },
    },
    wanted: () => wanted,
    words: () => shellWords(language, 'en'),
    show: ({ title, body, onClick }) => {
      const notification = new Notification({ title, body });
      notification.on('click', onClick);
      notification.show();
    },
    open: (articleId) => opened.push(articleId),
    onProblem: (problem) => problems.push(problem),
  });
  return {
    due, opened, problems, stop,
    asked: () => asked,
    set: (change: { wanted?: boolean; broken?: boolean }) => {
      wanted = change.wanted ?? wanted;
      broken = change.broken ?? broken;
    },
    tell: async (kind: 'alerts' | 'watch' = 'alerts') => {
      listener?.({ kind });
      await new Promise(setImmediate);
    },
  };
}

const shown = (): [string, string][] => fake.shown.notifications.map(({ title, body }) => [title, body]);

test('what is due is shown once, with why; a click opens the article', async () => {
  const engine = engineWith();
  engine.due.push(notice({}), notice({ articleId: 8, articleTitle: 'Dysprosium up', reasons: [reason({ entityId: 'element:Dy' }), reason({ kind: 'rule', title: 'Loud' })] }));
  await engine.tell();
  await engine.tell();
  expect(shown()).toEqual([['Terbium quota cut', 'Metals\nMatched: terbium'], ['Dysprosium up', 'Metals\nMatched: Dy, Loud']]);
  fake.shown.notifications[1]?.emit('click');
  expect(engine.opened).toEqual([8]);
});

test('many are one, in the language of the person', async () => {
  const engine = engineWith('zh-CN');
  engine.due.push(notice({ count: 5 }));
  await engine.tell();
  expect(shown()).toEqual([['5条新提醒', 'Terbium quota cut\n匹配：terbium']]);
});

test('nothing is taken while nobody wants it, nor for other events, nor after the end; a fault is told', async () => {
  const engine = engineWith();
  await new Promise(setImmediate);
  const before = engine.asked();
  engine.set({ wanted: false });
  await engine.tell();
  engine.set({ wanted: true });
  await engine.tell('watch');
  expect(engine.asked()).toBe(before);
  engine.set({ broken: true });
  await engine.tell();
  expect(engine.problems).toEqual(['notifications: Error: gone']);
  engine.stop();
  await engine.tell();
  expect(engine.asked()).toBe(before + 1);
});
