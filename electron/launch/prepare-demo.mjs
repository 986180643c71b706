import { ensureBuilt } from '../build/build.mjs';
import { callEngine } from './call-engine.mjs';
import { demoArgs } from './demo-args.mjs';
import { startNewsroom } from './newsroom.mjs';

/**
 * Starts the newsroom, and follows its outlets in the demo's own library unless they are followed there already.
 * Answers how the app is to be opened.
 * @param {readonly string[]} argv
 */
export async function prepareDemo(argv) {
  const { door, profile, args, every } = demoArgs(argv);
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
  return { door, args: [...args, '--profile', profile] };
}
