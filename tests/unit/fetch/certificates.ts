import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Issuer {
  /** The root, in PEM. */
  readonly root: string;
  /** A certificate for names such as `DNS:localhost` or `IP:127.0.0.1`. `days` below zero: it is over. */
  issue(names: string, days?: number): { readonly key: string; readonly cert: string };
}

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}

/** A root that nobody trusts yet, and what it signs. Made with the openssl program. */
export function createIssuer(): Issuer {
  const dir = mkdtempSync(join(tmpdir(), 'monazite-issuer-'));
  const path = (name: string): string => join(dir, name);
  const read = (name: string): string => readFileSync(path(name), 'utf8');
  const request = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...request, '-keyout', path('root.key'), '-out', path('root.pem'), '-days', '2', '-subj', '/CN=Test root');
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  let count = 0;
  return {
    root: read('root.pem'),
    issue(names, days = 2) {
      const name = `leaf${++count}`;
      writeFileSync(path(`${name}.ext`), `subjectAltName=${names}\n`);
      openssl('req', ...request, '-keyout', path(`${name}.key`), '-out', path(`${name}.csr`), '-subj', '/CN=Test leaf');
      openssl('x509', '-req', '-in', path(`${name}.csr`), '-CA', path('root.pem'), '-CAkey', path('root.key'), '-CAcreateserial', '-out', path(`${name}.pem`), '-extfile', path(`${name}.ext`), '-days', String(days));
      return { key: read(`${name}.key`), cert: read(`${name}.pem`) };
    },
  };
}
