import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showFailure } from '../../../../renderer/state/show-failure.ts';
import { announce, showToast, useUi } from '../../../../renderer/state/ui.ts';
import type { Announcement } from '../../../../renderer/state/ui.ts';
import { undo } from '../../../../renderer/state/undo.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

const heard: Announcement[] = [];
useUi.subscribe(({ announcement }, before) => {
  if (announcement !== before.announcement) heard.push(announcement);
});
beforeEach(() => {
  heard.length = 0;
  useUi.setState({ doneStack: [], toast: null });
});
const said = (): readonly string[] => heard.map(({ kind, text }) => `${kind}: ${text}`);

describe('what is said aloud', () => {
  it('is every toast, once', async () => {
    showToast({ text: () => 'Link copied' });
    expect(said()).toEqual(['polite: Link copied']);
    await undo();
    expect(said()).toEqual(['polite: Link copied', 'polite: Nothing to undo']);
  });

  it('is the same words again when they are said again: each is another one', () => {
    announce('Nothing to undo');
    announce('Nothing to undo');
    expect(new Set(heard.map(({ id }) => id)).size).toBe(2);
  });

  it('is a failure, at once', () => {
    showFailure({ code: 'disk-full', message: '', detail: {} });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ kind: 'alert', text: useUi.getState().toast?.text() });
  });
});
