import { beforeEach, expect, test, vi } from 'vitest';
import type { Settings } from '../../../../electron/contract/settings.ts';
import { DEFAULT_SETTINGS } from '../../../../electron/core/settings.ts';
import { installFakeReader, type FakeReader } from '../fake-reader.ts';

let reader: FakeReader;

beforeEach(() => {
  vi.resetModules();
  reader = installFakeReader();
});

test('an answer from before a change does not take it back, and changes that overlap stand together', async () => {
  const { queryKeys, saveSettings, settingsNow } = await import('../../../../renderer/client/queries.ts');
  const { queryClient } = await import('../../../../renderer/client/query-client.ts');
  const { call } = await import('../../../../renderer/client/transport.ts');
  let stored: Settings = DEFAULT_SETTINGS;
  const asked = Promise.withResolvers<Settings>();
  reader.answer('getSettings', () => asked.promise);
  const written: (() => void)[] = [];
  reader.answer('setSettings', async (patch: Partial<Settings>) => {
    await new Promise<void>((resolve) => void written.push(resolve));
    return (stored = { ...stored, ...patch });
  });
  queryClient.setQueryData(queryKeys.settings, stored);
  const early = queryClient.query({ queryKey: queryKeys.settings, queryFn: () => call('getSettings', {}), staleTime: 0 }).catch(() => undefined);
  const first = saveSettings({ unreadOnly: true });
  const second = saveSettings({ textSize: 22 });
  asked.resolve(DEFAULT_SETTINGS);
  await early;
  expect(settingsNow()).toMatchObject({ unreadOnly: true, textSize: 22 });
  written[0]?.();
  await first;
  expect(settingsNow()).toMatchObject({ unreadOnly: true, textSize: 22 });
  written[1]?.();
  await second;
  expect(settingsNow()).toEqual(stored);
});

/** Settings as the engine has them; each change is answered when it is told to, in the way that is told. */
async function held() {
  const { queryKeys, saveSettings, settingsNow } = await import('../../../../renderer/client/queries.ts');
  const { queryClient } = await import('../../../../renderer/client/query-client.ts');
  let stored: Settings = DEFAULT_SETTINGS;
  const asked: { readonly patch: Partial<Settings>; readonly answer: PromiseWithResolvers<Settings> }[] = [];
  reader.answer('setSettings', (patch: Partial<Settings>) => {
    const answer = Promise.withResolvers<Settings>();
    asked.push({ patch, answer });
    return answer.promise;
  });
  queryClient.setQueryData(queryKeys.settings, stored);
  const store = (nth: number): Settings => (stored = { ...stored, ...asked[nth]!.patch });
  return { saveSettings, settingsNow, asked, store, stored: () => stored };
}

test('an answer that is overtaken by that to a later change does not take the later one back', async () => {
  const { saveSettings, settingsNow, asked, store, stored } = await held();
  const saving = [saveSettings({ theme: 'dark' }), saveSettings({ theme: 'light', textSize: 22 })];
  const [first, second] = [store(0), store(1)];
  asked[1]!.answer.resolve(second);
  await saving[1];
  asked[0]!.answer.resolve(first);
  await saving[0];
  expect(settingsNow()).toEqual(stored());
});

test('a change that fails takes back what it changed, and not what was changed and stored since', async () => {
  const { saveSettings, settingsNow, asked, store, stored } = await held();
  const failing = saveSettings({ theme: 'dark' });
  const saving = saveSettings({ textSize: 22 });
  asked[1]!.answer.resolve(store(1));
  await saving;
  asked[0]!.answer.reject({ code: 'settings-failed', message: 'disk full', detail: {} });
  await expect(failing).rejects.toMatchObject({ code: 'settings-failed' });
  expect(settingsNow()).toEqual(stored());
});

test('two changes of one setting that both fail leave the setting that is stored', async () => {
  const { saveSettings, settingsNow, asked, stored } = await held();
  const failing = [saveSettings({ theme: 'dark' }), saveSettings({ theme: 'light' })];
  for (const { answer } of asked) answer.reject({ code: 'settings-failed', message: 'disk full', detail: {} });
  await Promise.allSettled(failing);
  expect(settingsNow()).toEqual(stored());
});
