import type { FetchFailure } from '../fetch/fetch-result.ts';

/** Whether a host asks to be left alone: 429, 503 and whatever says until when (RFC 9110 section 10.2.3). */
export function wantsRest({ code, detail, retryAt }: FetchFailure): boolean {
  return code === 'rate-limited' || (code === 'server-error' && detail['status'] === 503) || retryAt !== null;
}

/** The failure of an ask that is not made, since its host rests until then. */
export function restingFailure(host: string, until: number): FetchFailure {
  return { kind: 'failed', code: 'rate-limited', detail: { host, until }, retryAt: until };
}
