import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { READER_ERROR_CODES } from '../../../electron/contract/errors.ts';
import { en } from '../../../renderer/words/en.ts';
import { zhCn } from '../../../renderer/words/zh-cn.ts';
import { ROOT, sourceFiles } from '../../architecture/imports.ts';

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') leaves.set(prefix + key, value);
    else for (const [path, text] of flat(value, `${prefix}${key}.`)) leaves.set(path, text);
  }
  return leaves;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)/gu)].map((match) => match[1] ?? '').sort();
}

const english = flat(en);
const chinese = flat(zhCn);

describe('the catalogs', () => {
  it('have the same keys, but for the singular that Chinese lacks', () => {
    const wanted = [...english.keys()].filter((key) => !key.endsWith('_one')).sort();
    expect([...chinese.keys()].sort()).toEqual(wanted);
  });

  it('fill every sentence with the same values', () => {
    for (const [key, text] of chinese) expect({ key, names: placeholders(text) }).toEqual({ key, names: placeholders(english.get(key) ?? '') });
  });

  it('give each plural a singular with the same values', () => {
    for (const [key, text] of english) {
      if (!key.endsWith('_other')) continue;
      const singular = english.get(key.replace(/_other$/u, '_one'));
      expect({ key, names: singular === undefined ? null : placeholders(singular) }).toEqual({ key, names: placeholders(text) });
    }
  });

  it('hold no sentence that nothing says', () => {
    // What the contract lists, such as kinds of names, is said by its own value, and so is a unit that the lens reads.
    const source = sourceFiles(['renderer', 'electron/contract', 'electron/core/lens'])
      .filter((file) => !/^renderer\/words\/(en|zh-cn)\//u.test(file))
      .map((file) => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n');
    const named = new Set([...(source.match(/[a-z]\w*/giu) ?? []), ...(source.match(/[a-z]\w*(?:-\w+)+/giu) ?? [])]);
    const idle = [...english.keys()].filter((key) => !key.startsWith('errors.') && !named.has((key.split('.').at(-1) ?? '').replace(/_(one|other)$/u, '')));
    expect(idle).toEqual([]);
  });

  it('hold what stands between two of their sentences too: Chinese has no blank after a full stop, and another colon', () => {
    const glued = sourceFiles(['renderer']).flatMap((file) =>
      readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((line) => (/\{' '\}|\$\{t\([^`]*?\)\}(?:: | \$\{| `)|` \$\{t\([^`]*\)\}\.?`;/u.test(line) && !line.includes('.join(`') ? [`${file}: ${line.trim()}`] : [])),
    );
    expect(glued).toEqual([]);
  });

  it('leave no sentence empty', () => {
    const empty = [...english, ...chinese].filter(([key, text]) => text.trim() === '' && !/joiner$/iu.test(key));
    expect(empty).toEqual([]);
  });

  it('speak calmly: no exclamation marks, no Oops, no politeness particles', () => {
    const loud = [...english, ...chinese].filter(([, text]) => /[!！]|\boops\b|sorry|[您哦]/iu.test(text));
    expect(loud).toEqual([]);
  });

  it('end Chinese sentences and clauses with full-width marks', () => {
    const halfWidth = [...chinese].filter(([, text]) => /\p{Script=Han}[,.;:?()]/u.test(text.replaceAll(/\{\{[^}]*\}\}/gu, '')));
    expect(halfWidth).toEqual([]);
  });
});

describe('the words for errors', () => {
  it.each(READER_ERROR_CODES)('say cause and next step for %s in both languages', (code) => {
    for (const catalog of [en.errors, zhCn.errors]) {
      const entry: { title: string; cause: string; causePlain?: string; next: string } = catalog[code];
      expect(entry.title.length).toBeGreaterThan(1);
      expect(entry.cause).toMatch(/[.。]$/u);
      expect(entry.next).toMatch(/[.。]$/u);
      const mayLack = placeholders(entry.cause).filter((name) => name !== 'host' && (name !== 'path' || code === 'invalid-argument'));
      expect({ code, needsPlain: mayLack.length > 0 }).toEqual({ code, needsPlain: entry.causePlain !== undefined });
      expect(placeholders(entry.causePlain ?? '').filter((name) => name !== 'host' && name !== 'path')).toEqual([]);
    }
  });
});
