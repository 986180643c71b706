import type { ReaderBridge } from '../../contract/api.ts';
import type { OpenRequest } from './open-request.ts';
import { readOffer } from './read-offer.ts';

/** Hands what other programs asked for to an engine, in order, where a window takes it. Never rejects. */
export async function offerAll(requests: readonly OpenRequest[], reader: Pick<ReaderBridge, 'call'>, onProblem: (message: string) => void): Promise<void> {
  for (const request of requests) {
    const offer = await readOffer(request, onProblem);
    if (offer === null) continue;
    try {
      const answer = await reader.call('offer', { offer });
      if (!answer.ok) onProblem(`what was to be opened could not be: ${answer.error.code}: ${answer.error.message}`);
    } catch (error) {
      onProblem(`what was to be opened could not be: ${String(error)}`);
    }
  }
}
