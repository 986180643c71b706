import { addCredentials } from './add-credentials.ts';
import { addEvidence } from './add-evidence.ts';
import { addGapCursors } from './add-gap-cursors.ts';
import { addImageFacts } from './add-image-facts.ts';
import { addKnownItems } from './add-known-items.ts';
import { addNames } from './add-names.ts';
import { addOutlines } from './add-outlines.ts';
import { addPageTexts } from './add-page-texts.ts';
import { addPaces } from './add-paces.ts';
import { addLastRuns } from './add-last-runs.ts';
import { addPendingWords } from './add-pending-words.ts';
import { addPublishedDay } from './add-published-day.ts';
import { addSearch } from './add-search.ts';
import { addSiteRules } from './add-site-rules.ts';
import { addSources } from './add-sources.ts';
import { addStories } from './add-stories.ts';
import { addStoryQueue } from './add-story-queue.ts';
import { addTokensVersion } from './add-tokens-version.ts';
import { addVia } from './add-via.ts';
import { addWatches } from './add-watches.ts';
import { addZoneAssumed } from './add-zone-assumed.ts';
import { appendTexts } from './append-texts.ts';
import type { Migration } from './migrate.ts';
import { tallyDocuments } from './tally-documents.ts';
import { tallySources } from './tally-sources.ts';
import { createLibrary } from './create-library.ts';

/** Numbered by their place. A step that has been released is never edited: a change of the schema is a new step. */
export const MIGRATIONS: readonly Migration[] = [createLibrary, addKnownItems, appendTexts, addSources, addPaces, tallySources, addZoneAssumed, addOutlines, addCredentials, addPublishedDay, addVia, addGapCursors, addSiteRules, tallyDocuments, addPageTexts, addEvidence, addImageFacts, addLastRuns, addNames, addStories, addWatches, addStoryQueue, addSearch, addTokensVersion, addPendingWords];
