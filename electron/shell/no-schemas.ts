/**
 * Stands in for what electron-store's `conf` holds schemas to and compares versions by, `ajv`, `ajv-formats` and `semver`: it imports them
 * statically, for options that we do not give, and they were two thirds of the program of a door, read at each start. Settings are held to
 * our own schemas.
 */
function refused(): never {
  throw new Error('settings have neither a schema nor migrations of conf’s: see no-schemas.ts');
}

export const Ajv2020 = refused;

// oxlint-disable-next-line import/no-default-export -- as conf reads them
export default { default: refused, valid: refused, gt: refused, lte: refused, satisfies: refused, compare: refused, minVersion: refused };
