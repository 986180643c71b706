import { parentPort, workerData } from 'node:worker_threads';
import { toWireError } from './contract/errors.ts';
import { createEnvironmentRoutes } from './core/fetch/environment-proxy.ts';
import { createAskedRoutes } from './core/fetch/asked-routes.ts';
import type { AskedBy } from './core/fetch/asked-by.ts';
import { createBodyRoom } from './core/fetch/body-room.ts';
import type { FeedId } from './contract/model.ts';
import type { NameFinder } from './core/entities/name-finder.ts';
import { createFetcher } from './core/fetch/create-fetcher.ts';
import type { FigureNames } from './core/figures/read-figures.ts';
import type { FetchFailure, Fetcher } from './core/fetch/fetch-result.ts';
import { releaseBytes } from './core/fetch/release-bytes.ts';
import { askRules, robotsBy, type SiteRules } from './core/fetch/robots.ts';
import { createIngest } from './core/refresh/ingest.ts';
import type { Ingest } from './core/refresh/ingest-job.ts';
import { toTransfer } from './core/refresh/ingest-transfer.ts';
import { createPageShelf } from './core/refresh/page-shelf.ts';
import type { FromIngest, IngestAnswer, IngestCall, IngestData, ToIngest } from './core/refresh/ingest-protocol.ts';

/** Worker-thread entry: does what touches a stranger's bytes. A document that hangs or kills it takes no other thread along. */
if (!parentPort) throw new Error('ingest runs in a worker thread');
const port = parentPort;
const { userAgent, proxies, ownEntities, atWork } = workerData as IngestData;
const proxyAnswers = new Map<number, (answer: string) => void>();
const rulesAnswers = new Map<number, (answer: SiteRules | FetchFailure) => void>();
const knownAnswers = new Map<number, (answer: string | null) => void>();
let questions = 0;
let own = ownEntities;
let names: Promise<NameFinder> | null = null;
const fetcher = createFetcher({ userAgent, routes: proxies === 'asked' ? createAskedRoutes({ ask: askProxy }) : createEnvironmentRoutes(process.env) });
/** Bytes of bodies that are under way or wait for their turn: they lie outside the limit of the heap. */
const room = createBodyRoom(64 * 1024 * 1024);
const shelf = createPageShelf();
const robots = robotsBy(findRules);
const aborts = new Map<number, AbortController>();
let turn: Promise<unknown> = Promise.resolve();

const post = (message: FromIngest, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, transfer);

port.on('message', (message: ToIngest) => {
  switch (message.kind) {
    case 'abort':
      return aborts.get(message.id)?.abort();
    case 'proxy':
      proxyAnswers.get(message.id)?.(message.answer);
      proxyAnswers.delete(message.id);
      return;
    case 'rules':
      rulesAnswers.get(message.id)?.(message.answer);
      rulesAnswers.delete(message.id);
      return;
    case 'known':
      knownAnswers.get(message.id)?.(message.answer);
      knownAnswers.delete(message.id);
      return;
    case 'call':
      return void answer(message.id, message.call);
    case 'gazetteer':
      own = message.own;
      names = null;
      return;
    case 'end':
      return end();
    default:
      return message satisfies never;
  }
});

/** Lets go of all that keeps this thread alive. */
function end(): void {
  for (const abort of aborts.values()) abort.abort();
  void fetcher.close();
  port.close();
}

function askProxy(url: string): Promise<string> {
  const id = ++questions;
  const { promise, resolve } = Promise.withResolvers<string>();
  proxyAnswers.set(id, resolve);
  post({ kind: 'proxy', id, url });
  return promise;
}

/** The gazetteer is loaded where there is a text to look through. */
function nameFinder(): Promise<NameFinder> {
  names ??= import('./core/entities/name-finder.ts').then(({ createNameFinder }) => createNameFinder(own));
  return names;
}

async function findNames(): Promise<NameFinder['namesOf']> {
  const finder = await nameFinder();
  return (text) => finder.namesOf(text);
}

async function figureNames(): Promise<FigureNames> {
  const finder = await nameFinder();
  return { mentions: (text) => finder.mentions(text), partsOf: (id) => finder.entities.get(id)?.of ?? [] };
}

/** The engine knows what any thread learnt, and asks where nobody has. */
function findRules(origin: string, askedBy: AskedBy): Promise<SiteRules | FetchFailure> {
  const id = ++questions;
  const { promise, resolve } = Promise.withResolvers<SiteRules | FetchFailure>();
  rulesAnswers.set(id, resolve);
  post({ kind: 'rules', id, origin, askedBy });
  return promise;
}

function findKnown(feedId: FeedId): Promise<string | null> {
  const id = ++questions;
  const { promise, resolve } = Promise.withResolvers<string | null>();
  knownAnswers.set(id, resolve);
  post({ kind: 'known', id, feedId });
  return promise;
}

/** One document at a time, announced before and after: who watches then knows whose work a silent thread is stuck in. */
function announced(id: number): <T>(work: () => Promise<T>) => Promise<T> {
  return (work) => {
    const done = turn.then(async () => {
      Atomics.store(atWork, 0, id);
      post({ kind: 'busy', id });
      try {
        return await work();
      } finally {
        Atomics.store(atWork, 0, 0);
        post({ kind: 'idle', id });
      }
    });
    // A failure is told to its own caller; the next turn begins all the same.
    turn = done.catch(() => undefined);
    return done;
  };
}

async function answer(id: number, call: IngestCall): Promise<void> {
  const abort = new AbortController();
  aborts.set(id, abort);
  const hold = room.hold();
  const bodies: Uint8Array[] = [];
  const held: Fetcher = async (request, signal) => {
    const result = await fetcher({ ...request, hold }, signal);
    // Of a feed's document nothing is left but its articles; a page may lie on the shelf.
    if (call.method === 'feed' && !call.job.page && result.kind === 'fresh') bodies.push(result.body);
    return result;
  };
  try {
    const { value, buffers } = toTransfer(await run(createIngest({ fetcher: held, robots, around: announced(id), shelf, names: findNames, figureNames, knownItems: findKnown }), call, abort.signal));
    post({ kind: 'answer', id, value }, buffers);
  } catch (error) {
    post({ kind: 'failed', id, error: toWireError(error) });
  } finally {
    hold.release();
    for (const body of bodies) releaseBytes(body);
    aborts.delete(id);
  }
}

async function run(ingest: Ingest, call: IngestCall, signal: AbortSignal): Promise<IngestAnswer> {
  switch (call.method) {
    case 'feed':
      return await ingest.feed(call.job, signal);
    case 'older':
      return await ingest.older(call.job, signal);
    case 'discover':
      return await ingest.discover(call.url, call.now, call.options);
    case 'page':
      return await ingest.page(call, signal);
    case 'rules':
      return await askRules(fetcher, call.origin, { askedBy: call.askedBy, now: Date.now, signal });
    case 'article':
      return await ingest.article(call, signal);
    case 'document':
      return await ingest.document(call, signal);
    case 'extract':
      return await ingest.extract(call, signal);
    case 'markup':
      return await ingest.markup(call, signal);
    case 'savedFile':
      return await ingest.savedFile(call, signal);
    case 'figures':
      return await ingest.figures(call.jobs, signal);
    case 'image':
      return await ingest.image(call.job, signal);
    case 'icon':
      return await ingest.icon(call.job, signal);
    case 'imageFile':
      return await ingest.imageFile(call.path);
    case 'opml':
      return await ingest.opml(call.text);
    default:
      return call satisfies never;
  }
}
