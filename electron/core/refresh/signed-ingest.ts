import type { FeedId } from '../../contract/model.ts';
import { hostOf } from '../fetch/address.ts';
import type { Login } from '../fetch/login.ts';
import type { Ingest, IngestJob, IngestResult } from './ingest-job.ts';

type Failure = Extract<IngestResult, { kind: 'failed' }>;

/** The sign-in of a feed, or null where it is not to be had in this run. */
export type FindLogin = (feedId: FeedId) => Promise<Login | null>;

/**
 * An ingest that gives each job the sign-in of its feed. A feed whose sign-in is gone is not asked at all: a site that sees
 * refused asks again and again may lock the person out.
 */
export function signIngest(ingest: Ingest, findLogin: FindLogin): Ingest {
  const signed = async <Job extends IngestJob, Result>({ signIn = null, ...job }: Job, ask: (job: Omit<Job, 'signIn'>) => Promise<Result>): Promise<Result | Failure> => {
    if (signIn === null || job.login) return await ask(job);
    const login = await findLogin(signIn.feedId);
    if (!login) return { kind: 'failed', code: 'sign-in-missing', detail: { host: hostOf(job.feedUrl) }, retryAt: null };
    return await ask({ ...job, login });
  };
  return {
    ...ingest,
    feed: (job, signal) => signed(job, (own) => ingest.feed(own, signal)),
    older: (job, signal) => signed(job, (own) => ingest.older(own, signal)),
  };
}
