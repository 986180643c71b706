import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Record<string, string>;
  readonly with?: Record<string, string>;
}
interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, { readonly permissions: Record<string, string>; readonly steps: readonly Step[]; readonly strategy?: { readonly matrix: { readonly include: readonly { readonly os: string; readonly args: string }[] } } }>;
}

const ROOT = join(import.meta.dirname, '../../..');
const workflow = parse(readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8')) as Workflow;
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const builder = parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as Record<string, { target: (string | { target: string })[] }>;
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const said = (steps.map(({ run }) => run ?? '')).join('\n');

test('a release is built of a tag, on every system', () => {
  expect(workflow.on).toEqual({ push: { tags: ['v*'] } });
  expect(workflow.jobs['package']?.strategy?.matrix.include).toEqual([{ os: 'ubuntu-latest', args: '--linux' }, { os: 'windows-latest', args: '--win' }, { os: 'macos-latest', args: '--mac' }]);
});

test('every kind of package that is made is kept, and gets its provenance', () => {
  const suffixes: Record<string, string> = { AppImage: 'AppImage', deb: 'deb', rpm: 'rpm', nsis: 'exe', dmg: 'dmg', zip: 'zip' };
  const made = ['linux', 'win', 'mac'].flatMap((system) => builder[system]?.target ?? []).map((target) => `dist/*.${suffixes[typeof target === 'string' ? target : target.target]}`);
  const uploaded = steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'))?.with?.['path']?.trim().split(/\s+/);
  const attested = steps.find(({ uses }) => uses?.startsWith('actions/attest-build-provenance'))?.with?.['subject-path']?.trim().split(/\s+/);
  expect(attested).toEqual(made);
  expect(uploaded).toEqual([...made, 'dist/*.blockmap', 'dist/latest*.yml']);
});

test('it checks and boots before it packages, publishes nothing by itself, and makes a draft with checksums and a bill of materials', () => {
  expect(said).toMatch(/npm run check[\s\S]*npm run build[\s\S]*boot\.mjs[\s\S]*package\.mjs[\s\S]*electron-builder .*--publish never[\s\S]*npm sbom --sbom-format cyclonedx[\s\S]*sha256sum[\s\S]*gh release create .*--draft/);
  for (const [, script = ''] of said.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty([script]);
});

test('nobody has more rights than the step needs, and no secret is written into a command', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(workflow.jobs['package']?.permissions).toEqual({ contents: 'read', 'id-token': 'write', attestations: 'write' });
  expect(workflow.jobs['release']?.permissions).toEqual({ contents: 'write' });
  expect(said).not.toContain('secrets.');
  expect(steps.map(({ uses }) => uses).filter((uses) => uses !== undefined && !/^actions\/[\w-]+@v\d+$/.test(uses))).toEqual([]);
});
