import { addCredentials } from './add-credentials.ts';
import { addEvidence } from './add-evidence.ts';
import { addKnownItems } from './add-known-items.ts';
import { addOutlines } from './add-outlines.ts';
import { addPageTexts } from './add-page-texts.ts';
import { addPaces } from './add-paces.ts';
import { addSources } from './add-sources.ts';
import { addZoneAssumed } from './add-zone-assumed.ts';
import { appendTexts } from './append-texts.ts';
import type { Migration } from './migrate.ts';
import { tallySources } from './tally-sources.ts';
import { createLibrary } from './create-library.ts';

/** Numbered by their place. A step that has been released is never edited: a change of the schema is a new step. */
export const MIGRATIONS: readonly Migration[] = [createLibrary, addKnownItems, appendTexts, addSources, addPaces, tallySources, addZoneAssumed, addOutlines, addCredentials, addPageTexts, addEvidence];
