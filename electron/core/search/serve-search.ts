import type { CallAnswer } from '../../contract/api.ts';
import { toWireError } from '../../contract/errors.ts';
import { openReads } from '../store/open-reads.ts';
import { createSearchKnowledge } from './knowledge.ts';
import { answerSearch, type SearchQuestion } from './searcher.ts';

/** Answers questions over a connection of its own. */
export function serveSearch(profile: string): { answer(question: SearchQuestion): CallAnswer; close(): void } {
  const reads = openReads(profile);
  const knowledge = createSearchKnowledge(reads);
  return {
    answer(question) {
      try {
        return { ok: true, value: reads.snapshot(() => answerSearch(reads, knowledge, question)) };
      } catch (error) {
        return { ok: false, error: toWireError(error) };
      }
    },
    close: () => reads.close(),
  };
}
