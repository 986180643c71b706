import { NO_ALIASES } from './aliases.ts';
import type { SearchKnowledge } from './search-library.ts';

/** What searches know of names: nothing recognizes any yet. */
export const KNOWLEDGE: SearchKnowledge = { aliases: NO_ALIASES, articlesOf: null };
