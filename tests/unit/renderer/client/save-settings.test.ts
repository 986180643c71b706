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
