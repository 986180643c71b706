import { statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { defaultProfile, openProfile, profileFromArgs } from '../../../electron/shell/profile.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('the default profile is where Electron keeps this app’s data', () => {
  expect(defaultProfile('linux', {}, '/home/ada')).toBe(join('/home/ada', '.config', 'Monazite'));
  expect(defaultProfile('linux', { XDG_CONFIG_HOME: '/cfg' }, '/home/ada')).toBe(join('/cfg', 'Monazite'));
  expect(defaultProfile('darwin', {}, '/Users/ada')).toBe(join('/Users/ada', 'Library', 'Application Support', 'Monazite'));
  expect(defaultProfile('win32', { APPDATA: 'C:/Users/ada/AppData/Roaming' }, 'C:/Users/ada')).toBe(join('C:/Users/ada/AppData/Roaming', 'Monazite'));
});

test('--profile is understood in both forms and made absolute; the last one counts', () => {
  expect(profileFromArgs(['--profile', 'x'])).toBe(resolve('x'));
  expect(profileFromArgs(['--profile=/a', '--profile=/b'])).toBe(resolve('/b'));
  expect(profileFromArgs(['--port', '1'])).toBe(defaultProfile());
  expect(() => profileFromArgs(['--profile'])).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  expect(() => profileFromArgs(['--profile', '--no-window'])).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
});

test.runIf(process.platform !== 'win32')('a new profile is its owner’s alone', () => {
  const profile = join(temporaryFolder(), 'deep', 'profile');
  openProfile(profile);
  expect(statSync(profile).mode & 0o077).toBe(0);
});

test('a profile that cannot be is profile-unwritable, and says where and why', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => openProfile(join(file, 'profile'))).toThrow(expect.objectContaining({ code: 'profile-unwritable', detail: { path: join(file, 'profile'), reason: 'ENOTDIR' } }));
});
