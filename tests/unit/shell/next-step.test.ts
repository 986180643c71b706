import { expect, test } from 'vitest';
import { withNextStep } from '../../../electron/shell/next-step.ts';

test('what keeps a door from opening says what to do', () => {
  expect(withNextStep({ code: 'profile-in-use', message: '/p is held by another instance', detail: { path: '/p' } })).toEqual({
    code: 'profile-in-use',
    message: '/p is held by another instance. Close the Monazite that is open, or let its command finish, and try again.',
    detail: { path: '/p' },
  });
});

test('a damaged library names its backup, where there is one', () => {
  const damaged = { code: 'database-damaged', message: 'not a database.' } as const;
  expect(withNextStep({ ...damaged, detail: { backup: '/p/library/backups/7.db' } }).message).toContain('not a database. The file was left as it is, and no backup could take its place by itself: "npm run -s call -- backups" lists them (the newest is /p/library/backups/7.db)');
  expect(withNextStep({ ...damaged, detail: { backup: null } }).message).toContain('there is no backup');
});

test('an error whose message says it all stays as it is', () => {
  const error = { code: 'article-missing', message: 'no article 7', detail: {} } as const;
  expect(withNextStep(error)).toBe(error);
});
