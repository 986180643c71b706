import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallAnswer, ReaderBridge } from '../../electron/contract/api.ts';
import { DEFAULT_SETTINGS } from '../../electron/core/settings.ts';
import { findInstance } from '../../electron/shell/instance-client.ts';
import { app } from '../fakes/electron-parts/app.ts';
import { BrowserWindow } from '../fakes/electron-parts/window.ts';
import { fake } from '../fakes/electron.ts';
import type { Checks } from './checks.ts';
import { until, untilAsync } from './run-main.ts';
import { runPreload } from './run-preload.ts';
import { openSettings } from './settings.ts';

function valueOf(answer: CallAnswer | undefined): unknown {
  assert.ok(answer?.ok, JSON.stringify(answer));
  return answer.value;
}

/** Checks what the running app does outside of its window, which is closed and opened again on the way. */
export async function checkDesktop(profile: string, { check }: Checks): Promise<void> {
  await check('the tray stands beside the clock, and shows what is unread', async () => {
    const [tray] = fake.trays();
    assert.ok(tray, 'there is no tray');
    // What was followed before is not any more; the count follows a moment later.
    await until('the count', () => tray.toolTip === 'Monazite');
    assert.equal(fake.app.badge, 0);
    tray.choose('显示 Monazite');
    assert.equal(BrowserWindow.getAllWindows().length, 1);
  });
  await check('a second start hands over its links and lists, which wait for the window', async () => {
    const [window] = BrowserWindow.getAllWindows();
    assert.ok(window);
    const list = join(profile, 'mine.opml');
    writeFileSync(list, '<opml/>');
    app.emit('second-instance', {}, [], '/', { args: { open: [{ kind: 'feed', url: 'oxide.example/rss' }, { kind: 'file', path: list }] } });
    const bridge = runPreload(window.options.webPreferences?.preload ?? '', window.webContents)['reader'] as ReaderBridge;
    const taken: unknown[] = [];
    await untilAsync('the offers', async () => {
      const { offer } = valueOf(await bridge.call('takeOffer', {})) as { offer: unknown };
      if (offer !== null) taken.push(offer);
      return taken.length === 2;
    });
    assert.deepEqual(taken, [{ kind: 'feed', url: 'oxide.example/rss' }, { kind: 'opml', name: 'mine.opml', base64: Buffer.from('<opml/>').toString('base64') }]);
    rmSync(list);
  });
  await check('closed into the tray, the app goes on, says so once, and comes back', async () => {
    const other = await findInstance(profile);
    const choose = async (closeToTray: boolean): Promise<void> => void valueOf(await other?.call('setSettings', { desktop: { ...DEFAULT_SETTINGS.desktop, closeToTray, trayExplained: !closeToTray } }));
    await choose(true);
    await openSettings();
    fake.shown.answer = 0;
    BrowserWindow.getAllWindows()[0]?.close();
    await until('the explanation', () => fake.shown.dialogs.length > 0);
    assert.equal(BrowserWindow.getAllWindows().length, 0);
    assert.equal((valueOf(await other?.call('counts', {})) as { all: number }).all, 0);
    fake.trays()[0]?.emit('click');
    await until('a new window', () => BrowserWindow.getAllWindows()[0]?.visible === true);
    await choose(false);
    assert.match(readFileSync(join(profile, 'settings.json'), 'utf8'), /"closeToTray": false/);
  });
}
