import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const WORDS = join(ROOT, 'renderer/words');
/** As Vite names files, on Windows too. */
const CATALOGUES = join(WORDS, 'catalogues.ts').replaceAll('\\', '/');

/** @param {string} name */
const run = async (name) => {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(WORDS, name), { configFile: false, envDir: false, root: ROOT, logLevel: 'warn' });
  return /** @type {Record<string, object>} */ (module);
};

const text = (/** @type {unknown} */ words) => JSON.stringify(JSON.stringify(words));

/**
 * The module of all words as a program that holds each language as one text. A start shows one of them: what would be two hundred
 * thousand characters of program, read to the last, is two texts, of which one is parsed, by what does nothing else.
 */
export async function catalogueCode() {
  const [{ en }, { zhCn }] = await Promise.all([run('en.ts'), run('zh-cn.ts')]);
  return `const texts = { en: ${text(en)}, 'zh-CN': ${text(zhCn)} };
const read = {};
export const wordsOf = (locale) => (read[locale] ??= JSON.parse(texts[locale]));
`;
}

/** @returns {import('vite').Plugin} */
export function wordsAsText() {
  return {
    name: 'words-as-text',
    enforce: 'pre',
    load: { filter: { id: /catalogues\.ts$/ }, handler: async (id) => (id === CATALOGUES ? { code: await catalogueCode(), moduleType: 'js' } : null) },
  };
}
