/**
 * The edges of the house, as data: which folder may import which. ARCHITECTURE.md draws the same arrows.
 * A pattern is a path prefix from the project's root. `types` may be imported by `import type` only.
 */
export interface Layer {
  readonly name: string;
  /** The layer with the longest prefix that fits a file is the file's layer. */
  readonly files: readonly string[];
  readonly may: readonly string[];
  readonly types?: readonly string[];
  /** npm packages and Node builtins: `node:` stands for every builtin. Left out: any. */
  readonly packages?: readonly string[];
}

export const LAYERS: readonly Layer[] = [
  // the contract: everyone may import it, it imports nothing of ours
  { name: 'contract', files: ['electron/contract/'], may: [], packages: ['valibot', 'approx-string-match'] },

  // what is secret in an address, and where secrets are kept
  { name: 'secrets', files: ['electron/core/secret-address.ts', 'electron/core/secrets.ts'], may: ['contract'], packages: [] },

  // how a thread of ours is ended
  { name: 'threads', files: ['electron/core/end-thread.ts'], may: [], packages: ['node:'] },

  // core stages: contract, and the types of the stage before
  { name: 'fetch', files: ['electron/core/fetch/'], may: ['contract', 'secrets'], packages: ['node:', 'iconv-lite', 'chardet', 'http-proxy-agent', 'https-proxy-agent', 'socks-proxy-agent'] },
  { name: 'parse', files: ['electron/core/parse/'], may: ['contract'], types: ['fetch'], packages: ['node:', 'rss-parser', 'htmlparser2', 'iconv-lite', 'domhandler', 'css-select', 'css-what'] },
  { name: 'body', files: ['electron/core/normalize/body.ts'], may: [], packages: ['node:'] },
  { name: 'wholeness', files: ['electron/core/normalize/how-whole.ts', 'electron/core/normalize/fold-spaces.ts'], may: [], packages: [] },
  // what the index reads of a text, and the text of sanitized HTML: of the stage that makes texts, and of whoever indexes them
  { name: 'searchTokens', files: ['electron/core/normalize/search-tokens.ts'], may: ['contract'], packages: [] },
  { name: 'sanitizedText', files: ['electron/core/normalize/sanitized-text.ts'], may: ['wholeness'], packages: [] },
  { name: 'plainText', files: ['electron/core/normalize/plain-text.ts'], may: ['wholeness', 'sanitizedText'], packages: ['htmlparser2'] },
  // figures, prices and dates of a text, pure
  { name: 'lens', files: ['electron/core/lens/'], may: ['contract'], packages: [] },
  // figures as they are kept and asked for: the lens over stored texts, a person's corrections over the lens
  { name: 'htmlBlocks', files: ['electron/core/query/html-blocks.ts'], may: [], packages: [] },
  { name: 'figures', files: ['electron/core/figures/'], may: ['contract', 'lens', 'body', 'htmlBlocks'], packages: [] },
  // which articles tell one event, pure
  { name: 'stories', files: ['electron/core/stories/'], may: ['lens'], packages: [] },
  { name: 'normalize', files: ['electron/core/normalize/'], may: ['contract', 'body', 'wholeness', 'image', 'searchTokens', 'sanitizedText', 'plainText', 'stories'], types: ['parse'], packages: ['node:', 'sanitize-html', 'htmlparser2'] },
  // the page of an article: decoded, read and sanitized in one go, on its own way beside the feeds'
  { name: 'extract', files: ['electron/core/extract/'], may: ['contract', 'fetch', 'parse', 'normalize', 'plainText'], types: ['stories'], packages: ['node:', 'htmlparser2', 'domhandler', 'dom-serializer', 'css-select', '@mozilla/readability', 'linkedom'] },
  // files that a person saves: taken apart, then read as pages are
  { name: 'savedFile', files: ['electron/core/saved-file/'], may: ['contract', 'fetch', 'normalize', 'extract'], packages: ['node:', 'postal-mime', 'unpdf'] },
  { name: 'store', files: ['electron/core/store/'], may: ['contract', 'threads', 'body', 'wholeness', 'searchTokens', 'sanitizedText', 'stories', 'lens', 'figures'], types: ['normalize', 'fetch'], packages: ['node:'] },
  { name: 'query', files: ['electron/core/query/'], may: ['contract', 'secrets', 'store', 'body', 'wholeness', 'plainText', 'sanitizedText', 'htmlBlocks', 'stories', 'lens', 'figures'], packages: ['node:', 'diff'] },
  // what can be found: a query read, compiled and asked of the index
  { name: 'search', files: ['electron/core/search/'], may: ['contract', 'gazetteer', 'entities', 'threads', 'store', 'query'], packages: ['node:'] },
  // what bytes are as an image, pure: their type is told to the doors too
  { name: 'imageType', files: ['electron/core/image/image-type.ts', 'electron/core/image/looks-like-ico.ts', 'electron/core/image/looks-like-svg.ts'], may: [], packages: ['node:'] },
  { name: 'image', files: ['electron/core/image/'], may: ['contract', 'imageType'], packages: ['node:', 'image-size', 'htmlparser2'] },
  { name: 'offline', files: ['electron/core/offline/'], may: ['contract', 'pace', 'store', 'extract', 'fetch'], types: ['refresh', 'settings', 'image'], packages: ['node:'] },
  // what is watched, what is done by itself, and the one place where what arrives meets both; the search is handed to them
  { name: 'watch', files: ['electron/core/watch/'], may: ['contract', 'pace', 'store', 'query'], packages: [] },
  { name: 'rules', files: ['electron/core/rules/'], may: ['contract', 'store', 'query', 'watch'], types: ['pace'], packages: [] },
  { name: 'arrivals', files: ['electron/core/arrivals/'], may: ['contract', 'store', 'watch', 'rules'], types: ['pace'], packages: [] },
  // which entities a text names, pure; the gazetteer's files are data
  // sources to begin with, as data
  { name: 'catalogue', files: ['assets/catalogue/'], may: [] },
  { name: 'gazetteer', files: ['assets/gazetteer/'], may: [] },
  { name: 'entities', files: ['electron/core/entities/'], may: ['contract', 'gazetteer'], types: ['normalize'], packages: ['node:'] },
  // how often and how many at once; knows nothing of feeds
  { name: 'pace', files: ['electron/core/pace/'], may: ['contract'], packages: ['node:'] },
  // files between a person and a call
  { name: 'exchange', files: ['electron/core/exchange/'], may: ['contract'], packages: ['node:'] },
  // formats of articles and links that leave and come, one file each; knows no store
  { name: 'transfer', files: ['electron/core/transfer/'], may: ['contract'], packages: ['node:', 'yazl', 'yauzl', 'csv-parse', 'yaml', 'htmlparser2', 'hast', 'mdast', 'hast-util-from-html', 'hast-util-to-mdast', 'hast-util-to-xast', 'mdast-util-to-markdown', 'mdast-util-gfm-table', 'xast-util-to-xml', 'ical-generator'] },
  { name: 'settings', files: ['electron/core/settings.ts'], may: ['contract'], packages: [] },

  // the two places that know more than one stage
  { name: 'refresh', files: ['electron/core/refresh/'], may: ['contract', 'secrets', 'threads', 'pace', 'fetch', 'parse', 'normalize', 'extract', 'store', 'image', 'savedFile', 'stories', 'figures'], types: ['settings'], packages: ['node:'] },
  { name: 'saving', files: ['electron/core/saving/'], may: ['contract', 'exchange', 'fetch', 'normalize', 'store', 'offline', 'refresh', 'image'], types: ['extract', 'savedFile', 'pace'], packages: ['node:'] },
  { name: 'reader', files: ['electron/core/'], may: ['contract', 'catalogue', 'entities', 'settings', 'secrets', 'fetch', 'parse', 'store', 'query', 'offline', 'refresh', 'pace', 'exchange', 'transfer', 'normalize', 'plainText', 'sanitizedText', 'saving', 'search', 'watch', 'rules', 'arrivals', 'stories', 'lens', 'figures'], packages: ['node:'] },

  // doors
  { name: 'shell', files: ['electron/shell/'], may: ['contract', 'settings', 'secrets', 'threads', 'imageType'], packages: ['node:', 'electron', 'electron-store', 'valibot'] },
  { name: 'entry', files: ['electron/main.ts', 'electron/preload.ts', 'electron/loopback.ts', 'electron/call.ts', 'electron/engine.ts', 'electron/ingest.ts', 'electron/checkpoint.ts', 'electron/backup.ts', 'electron/search.ts'], may: ['contract', 'settings', 'secrets', 'shell', 'reader', 'refresh', 'store', 'fetch', 'offline', 'exchange', 'saving', 'search', 'entities', 'figures'], packages: ['node:', 'electron', 'electron-updater'] },
  { name: 'pdf', files: ['electron/pdf.ts'], may: [], packages: ['unpdf'] },
  { name: 'tooling', files: ['electron/build/', 'electron/launch/'], may: [] },

  { name: 'renderer', files: ['renderer/'], may: ['contract'] },
];
