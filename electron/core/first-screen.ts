import type { ArgsOf, ReaderApi, ReaderMethod } from '../contract/api.ts';
import { ReaderError, toWireError } from '../contract/errors.ts';
import { ALERT_PAGE, FIRST_SCOPE, firstPageArgs, scopeRequest } from '../contract/first-screen.ts';
import type { AnsweredCall } from '../contract/first-screen.ts';

async function answered<M extends ReaderMethod>(api: ReaderApi, method: M, args: ArgsOf<M>, onFault: (error: unknown) => void): Promise<AnsweredCall> {
  try {
    const ask = api[method] as (asked: ArgsOf<M>) => Promise<unknown>;
    return { method, args, answer: { ok: true, value: await ask(args) } };
  } catch (error) {
    if (!(error instanceof ReaderError)) onFault(error);
    return { method, args, answer: { ok: false, error: toWireError(error) } };
  }
}

/**
 * Asks all that the first screen of a window shows. The list comes first: it is what the window waits for, and where its page fails
 * nothing else is worth less.
 */
export async function firstScreen(api: ReaderApi, onFault: (error: unknown) => void): Promise<{ readonly calls: readonly AnsweredCall[] }> {
  const settings = await api.getSettings({});
  const progress = await api.refreshProgress({}).catch(() => undefined);
  const { place } = settings;
  // What a search finds is asked of its own thread, and may take its time.
  const list = place?.search ? [] : [answered(api, 'listArticles', firstPageArgs(scopeRequest(place?.scope ?? FIRST_SCOPE, settings, progress), place?.listTopId ?? null), onFault)];
  const rest = (['appInfo', 'listFeeds', 'counts', 'refreshProgress', 'watches', 'prepareProgress', 'backups'] as const).map((method) => answered(api, method, {}, onFault));
  const alerts = answered(api, 'alerts', { limit: ALERT_PAGE, cursor: null }, onFault);
  const calls = await Promise.all([...list, ...rest, alerts]);
  return { calls: [{ method: 'getSettings', args: {}, answer: { ok: true, value: settings } }, ...calls] };
}
