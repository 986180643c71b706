import * as v from 'valibot';
import type { AddressKeys, Credentials } from './credentials.ts';
import { headerNameProblem, isBasicPart, isHeaderValue } from './credentials.ts';

const basic = v.strictObject({
  kind: v.literal('basic'),
  user: v.pipe(v.string('a text'), v.maxLength(500), v.check((user) => isBasicPart(user, 'user'), 'a user without colons and control characters')),
  password: v.pipe(v.string('a text'), v.maxLength(4096), v.check((password) => isBasicPart(password, 'password'), 'a password without control characters')),
});

const header = v.strictObject({
  kind: v.literal('header'),
  name: v.pipe(
    v.string('a text'),
    v.trim(),
    v.check((name) => headerNameProblem(name) !== 'notAName', 'not the name of a header (RFC 9110 section 5.6.2)'),
    v.check((name) => headerNameProblem(name) !== 'reserved', 'a header that Monazite sets itself'),
  ),
  value: v.pipe(v.string('a text'), v.trim(), v.maxLength(8192), v.check(isHeaderValue, 'not the value of a header (RFC 9110 section 5.5)')),
});

const keys = v.strictObject({
  kind: v.literal('url'),
  keys: v.record(v.pipe(v.string('a text'), v.maxLength(100)), v.pipe(v.string('a text'), v.trim(), v.minLength(1), v.maxLength(4096))),
});

export const credentialsSchema: v.GenericSchema<unknown, Credentials> = v.variant('kind', [basic, header]);

export const newCredentialsSchema: v.GenericSchema<unknown, Credentials | AddressKeys> = v.variant('kind', [basic, header, keys]);
