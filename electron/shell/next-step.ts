import type { ReaderErrorCode, WireError } from '../contract/errors.ts';

const FOLDER = 'Allow writing to the folder, or name another one with --profile.';

/** What keeps a door from opening, and what a person at a terminal can do about it. The window has its own words. */
const NEXT_STEPS: Partial<Record<ReaderErrorCode, string>> = {
  'profile-unwritable': FOLDER,
  'profile-in-use': 'Close the Monazite that is open, or let its command finish, and try again.',
  'database-newer': 'Nothing was changed: start the newer version, or name another folder with --profile.',
  'database-failed': 'What was stored before is untouched: try again.',
  'migration-failed': 'The library is as it was before: make sure that the disk has room and try again; the earlier version still opens it.',
  'disk-full': 'Free some room, then try again.',
  'settings-failed': 'Allow writing to the file, then try again.',
  'engine-stopped': 'What was stored before is untouched: try again.',
};

/** The error with what to do about it at the end of its message, where that is known. For terminals and logs. */
export function withNextStep(error: WireError): WireError {
  const step = error.code === 'database-damaged' ? afterDamage(error.detail['backup']) : NEXT_STEPS[error.code];
  return step ? { ...error, message: `${error.message.replace(/\.$/, '')}. ${step}` } : error;
}

function afterDamage(backup: unknown): string {
  return typeof backup === 'string'
    ? `The file was left as it is, and no backup could take its place by itself: "npm run -s call -- backups" lists them (the newest is ${backup}), restoreBackup puts one back.`
    : 'The file was left as it is, and there is no backup of it here: put a copy of your own in its place, or move it away to begin anew.';
}
