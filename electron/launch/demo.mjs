import { requireNode } from './node-version.mjs';

await requireNode();
const { ensureBuilt } = await import('../build/build.mjs');
const { callEngine } = await import('./call-engine.mjs');
const { demoArgs } = await import('./demo-args.mjs');
const { startNewsroom } = await import('./newsroom.mjs');
const { openApp } = await import('./open-app.mjs');

const { door, profile, args, every } = demoArgs(process.argv.slice(2));
await ensureBuilt();
const { url } = await startNewsroom(every === null ? [] : ['--every', every]);
console.error(`The newsroom is at ${url}, the demo's library in ${profile}`);

const opml = await (await fetch(`${url}/opml`)).text();
/** @type {{ feeds: { feedUrl: string }[] }} */
const { feeds } = await callEngine('listFeeds', {}, profile);
// On other ports than in the run before, its outlets are other feeds.
if (!feeds.some((feed) => opml.includes(`xmlUrl="${feed.feedUrl}"`))) {
  const { added } = await callEngine('importOpml', { opml }, profile);
  console.error(`Followed ${added} of its outlets`);
}

const code = await openApp({ door, args: [...args, '--profile', profile] });
if (code !== null) process.exit(code);
