import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Newsroom } from './newsroom.ts';
import type { PageShape } from './pages/announcements.ts';
import type { Fault } from './server/fault.ts';
import type { Where } from './server/outlet-server.ts';
import type { NewStory } from './story.ts';

/** What can be asked of the newsroom as JSON, by `POST /control`. */
export type Order =
  | { readonly do: 'publish'; readonly outlet: string; readonly story?: NewStory }
  | { readonly do: 'edit'; readonly outlet: string; readonly slug: string; readonly title?: string; readonly text?: string; readonly html?: string }
  | { readonly do: 'withdraw'; readonly outlet: string; readonly slug: string }
  | { readonly do: 'fail'; readonly outlet: string; readonly fault: Fault; readonly where?: Where }
  | { readonly do: 'slow'; readonly outlet: string; readonly ms: number; readonly where?: Where }
  | { readonly do: 'move'; readonly outlet: string; readonly path: string; readonly status?: number }
  | { readonly do: 'reshape'; readonly outlet: string; readonly shape: PageShape }
  | { readonly do: 'dark' | 'back' | 'recover'; readonly outlet?: string }
  | { readonly do: 'publish-load' | 'clear-log' };

/** Carries out one order; answers with what came of it. Throws where it cannot be understood. */
export async function carryOut(newsroom: Newsroom, order: Order): Promise<unknown> {
  switch (order.do) {
    case 'publish':
      return { published: newsroom.publish(order.outlet, order.story) };
    case 'edit':
      return { edited: newsroom.edit(order.outlet, order.slug, { ...(order.title === undefined ? {} : { title: order.title }), ...(order.text === undefined ? {} : { text: order.text }), ...(order.html === undefined ? {} : { html: order.html }) }) };
    case 'withdraw':
      newsroom.withdraw(order.outlet, order.slug);
      break;
    case 'fail':
      newsroom.fail(order.outlet, order.fault, order.where);
      break;
    case 'slow':
      newsroom.slow(order.outlet, order.ms, order.where);
      break;
    case 'move':
      newsroom.move(order.outlet, order.path, order.status);
      break;
    case 'reshape':
      newsroom.reshape(order.outlet, order.shape);
      break;
    case 'dark':
      await newsroom.goDark(order.outlet);
      break;
    case 'back':
      await newsroom.comeBack(order.outlet);
      break;
    case 'recover':
      await newsroom.recover(order.outlet);
      break;
    case 'publish-load':
      newsroom.publishLoad();
      break;
    case 'clear-log':
      newsroom.clearRequests();
      break;
    default:
      throw new Error(`no such order: ${JSON.stringify(order)}`);
  }
  return { done: order.do };
}

/** Reads one order from a request. JSON alone is taken, so that no web page elsewhere can give orders. */
export async function applyOrder(newsroom: Newsroom, request: IncomingMessage): Promise<unknown> {
  if (request.method !== 'POST' || !(request.headers['content-type'] ?? '').startsWith('application/json')) throw new Error('orders come as POST with JSON');
  return carryOut(newsroom, (await json(request)) as Order);
}
