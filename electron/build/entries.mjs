import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { wordsAsText } from './words-as-text.mjs';

export const ROOT = join(import.meta.dirname, '../..');
export const OUT = join(ROOT, 'out');

/** Each is built by itself: two entries in one build share parts, and a worker would then load Electron's main. */
export const NODE_ENTRIES = ['main', 'preload', 'engine', 'ingest', 'checkpoint', 'backup', 'search', 'pdf', 'loopback', 'call'];

/**
 * The entries of which parts that few starts need, whatever is imported when it is asked for, are files of their own beside
 * the entry's: what a thread does not load, it does not compile. Their names hold their hash, so that a process that runs
 * while another builds finds the parts that it was built with.
 */
const PARTED = new Set(['engine', 'ingest']);

/** Whether a file of `out/` is a part of an entry, as `ingest.extract-page-Dx3kq1Zr.cjs` is. @param {string} name @param {string} file */
export function isPartOf(name, file) {
  return PARTED.has(name) && file.startsWith(`${name}.`) && file.endsWith('.cjs') && file !== `${name}.cjs`;
}

/** The entries that run inside Electron; the others must not ask for it. */
const INSIDE_ELECTRON = new Set(['main', 'preload']);

const BUILTINS = [...builtinModules, ...builtinModules.map((name) => `node:${name}`), /^node:/];

/**
 * Vite's configuration for one entry that runs on Node or as a preload: a single CommonJS file with everything in it, or
 * an entry and its parts.
 * @param {string} name
 * @param {{ outDir: string, version: string }} options
 * @returns {import('vite').InlineConfig}
 */
export function nodeEntry(name, { outDir, version }) {
  const inside = INSIDE_ELECTRON.has(name);
  const noSchemas = join(ROOT, 'electron/shell/no-schemas.ts');
  // electron-updater compares versions.
  const unused = { 'ajv/dist/2020.js': noSchemas, 'ajv-formats': noSchemas, ...(!inside && { semver: noSchemas }) };
  // unpdf looks beside its own file for a worker that it never starts here.
  const transform = name === 'pdf' ? { define: { 'import.meta': '{}' } } : {};
  return {
    ...common(version),
    root: ROOT,
    publicDir: false,
    resolve: { alias: { ...unused, ...(!inside && { electron: join(ROOT, 'electron/shell/no-electron.ts') }) } },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: name === 'preload' ? 'chrome156' : 'node24',
      minify: true,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: join(ROOT, `electron/${name}.ts`) },
        transform,
        external: inside ? ['electron', ...BUILTINS] : BUILTINS,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: `${name}.[name]-[hash].cjs`, codeSplitting: PARTED.has(name), keepNames: true },
      },
    },
  };
}

/**
 * What the first list needs comes in four files, not in one for each set of pages that share a part of it: each costs a way to
 * the engine and back, and they are parsed side by side, which in one is the longest part of a start. The words are texts, as long as
 * a third of the program, and nothing in them is to be parsed before they are shown.
 * @type {{ name: string, tags?: '$initial'[], test?: RegExp, priority?: number, minShareCount?: number }[]}
 */
const FIRST_FILES = [
  { name: 'words', tags: ['$initial'], test: /renderer[\\/]words[\\/]catalogues\.ts$/, priority: 3 },
  { name: 'react', tags: ['$initial'], test: /rolldown[\\/]runtime|node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 2 },
  { name: 'libraries', tags: ['$initial'], test: /node_modules[\\/]/, priority: 1 },
  { name: 'window', tags: ['$initial'] },
  { name: 'shared', minShareCount: 2 },
];

/**
 * Vite's configuration for the window. Nothing is inlined, neither scripts nor assets: the content security policy
 * allows the window's own origin and nothing else.
 * @param {{ outDir: string, version: string }} options
 * @returns {Promise<import('vite').InlineConfig>}
 */
export async function rendererEntry({ outDir, version }) {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    ...common(version),
    root: join(ROOT, 'renderer'),
    base: './',
    plugins: [react(), wordsAsText()],
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      // Browsers that know light-dark() by themselves: what stands in for it follows the theme of the page alone, not that of a part.
      cssTarget: ['chrome125', 'firefox128', 'safari18'],
      assetsInlineLimit: 0,
      sourcemap: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { output: { codeSplitting: { groups: FIRST_FILES } } },
    },
  };
}

/** @param {string} version */
function common(version) {
  return {
    configFile: /** @type {const} */ (false),
    envDir: /** @type {const} */ (false),
    mode: 'production',
    logLevel: /** @type {const} */ ('warn'),
    clearScreen: false,
    define: { __MONAZITE_VERSION__: JSON.stringify(version) },
  };
}
