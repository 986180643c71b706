import { beforeEach, describe, expect, test } from 'vitest';
import { session } from 'electron';
import { fake } from '../../fakes/electron.ts';
import { denyPermissions, limitRequests, permits, requestAllowed } from '../../../electron/shell/session-rules.ts';

const ORIGIN = 'app://bundle';

beforeEach(() => fake.reset());

describe('permissions', () => {
  test.each(['media', 'geolocation', 'notifications', 'midi', 'pointerLock', 'openExternal', 'clipboard-read', 'hid', 'serial', 'usb', 'unknown', 'fileSystem', 'local-network'])(
    '%s is denied to our own page',
    (permission) => {
      expect(permits(permission, 'app://bundle/', ORIGIN)).toBe(false);
    },
  );

  test('copying and full screen are for our own page alone', () => {
    for (const permission of ['clipboard-sanitized-write', 'fullscreen']) {
      expect(permits(permission, 'app://bundle/', ORIGIN)).toBe(true);
      expect(permits(permission, 'https://example.com/', ORIGIN)).toBe(false);
    }
  });

  test('a session denies requests, checks, devices and screen capture', () => {
    fake.ready();
    denyPermissions(session.defaultSession, ORIGIN);
    const rules = fake.defaultSession();
    const granted: boolean[] = [];
    rules.permissionRequest?.({}, 'media', (grant: boolean) => granted.push(grant), { isMainFrame: true, requestingUrl: 'app://bundle/' });
    rules.permissionRequest?.({}, 'fullscreen', (grant: boolean) => granted.push(grant), { isMainFrame: false, requestingUrl: 'app://bundle/' });
    rules.permissionRequest?.({}, 'fullscreen', (grant: boolean) => granted.push(grant), { isMainFrame: true, requestingUrl: 'app://bundle/' });
    expect(granted).toEqual([false, false, true]);
    expect(rules.permissionCheck?.(null, 'geolocation', ORIGIN)).toBe(false);
    expect(rules.devicePermission?.({})).toBe(false);
    const streams: unknown[] = [];
    rules.displayMedia?.({}, (given: unknown) => streams.push(given));
    expect(streams).toEqual([{}]);
  });
});

describe('requests of the window', () => {
  test.each(['app://bundle/', 'app://bundle/img/0', 'data:image/png;base64,AA==', 'devtools://devtools/x', 'blob:app://bundle/0-1'])('%s is let through', (url) => {
    expect(requestAllowed(url, ORIGIN, false)).toBe(true);
  });

  test.each(['https://example.com/', 'http://127.0.0.1:80/', 'ws://localhost/', 'file:///etc/passwd', 'ftp://x/', 'app://other/', 'blob:https://example.com/1', 'nonsense'])(
    '%s is not',
    (url) => {
      expect(requestAllowed(url, ORIGIN, false)).toBe(false);
    },
  );

  test('the dev server may use its own socket', () => {
    expect(requestAllowed('ws://localhost:5173/', 'http://localhost:5173', true)).toBe(true);
    expect(requestAllowed('ws://localhost:5174/', 'http://localhost:5173', true)).toBe(false);
  });

  test('a session cancels the others', async () => {
    fake.ready();
    limitRequests(session.defaultSession, ORIGIN, false);
    await expect(fake.defaultSession().fetch('https://tracker.example/pixel')).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
  });
});
