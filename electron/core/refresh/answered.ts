import { NETWORK_CODES, type ReaderErrorCode } from '../../contract/errors.ts';
import type { IngestResult } from './ingest-job.ts';

type Failure = Extract<IngestResult, { kind: 'failed' }>;

/** Failures that come about without asking anyone, so that they say nothing of the network. */
const OURS: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['robots-disallowed', 'internal', 'engine-stopped', 'invalid-address', 'unsupported-scheme', 'sign-in-missing', 'proxy-failed', 'proxy-sign-in']);

/** Nobody answered: whether the network or the host is at fault is to be seen from the others. */
export function isSilent(result: IngestResult): result is Failure {
  return result.kind === 'failed' && NETWORK_CODES.has(result.code);
}

/** Some server answered something. */
export function isAnswer(result: IngestResult): boolean {
  return result.kind !== 'failed' || !OURS.has(result.code);
}
