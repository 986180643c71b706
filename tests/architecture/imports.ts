import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  readonly from: string;
  /** A path from the root for our own files, else the package or builtin as written. */
  readonly to: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
  /** Asked for where it is needed, by `import()`. */
  readonly later: boolean;
}

export const ROOT = resolve(import.meta.dirname, '../..');

/** Paths of every source file below the folders, from the root, with forward slashes. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

interface Node {
  readonly type: string;
  readonly source?: { readonly value?: unknown } | null;
  readonly importKind?: string;
  readonly exportKind?: string;
  readonly specifiers?: readonly { readonly importKind?: string }[];
}

/** Every import and re-export of a file, dynamic ones included. */
export function importsOf(file: string): Import[] {
  const code = readFileSync(join(ROOT, file), 'utf8');
  const lang = file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'js';
  const found: Import[] = [];
  const add = (specifier: unknown, typeOnly: boolean, later = false): void => {
    if (typeof specifier !== 'string') return;
    const own = specifier.startsWith('.');
    const to = own ? relative(ROOT, resolve(ROOT, dirname(file), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/') : specifier;
    found.push({ from: file, to, own, typeOnly, later });
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    if (node.type === 'ImportDeclaration') {
      const specifiers = node.specifiers ?? [];
      add(node.source?.value, node.importKind === 'type' || (specifiers.length > 0 && specifiers.every((s) => s.importKind === 'type')));
    } else if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') {
      add(node.source?.value, node.exportKind === 'type');
    } else if (node.type === 'ImportExpression') {
      add(node.source?.value, false, true);
    }
    Object.values(value).forEach(visit);
  };
  const { program, errors } = parseSync(file, code, { lang });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  visit(program);
  return found;
}
