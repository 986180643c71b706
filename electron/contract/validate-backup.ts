import * as v from 'valibot';

const none = v.strictObject({}) as unknown as v.GenericSchema<Record<string, never>>;

export const backupSchemas = {
  backups: none,
  makeBackup: none,
  restoreBackup: v.strictObject({ name: v.pipe(v.string(), v.maxLength(200)) }),
  dismissRestored: none,
};
