import { addKnownItems } from './add-known-items.ts';
import { addOutlines } from './add-outlines.ts';
import { addSources } from './add-sources.ts';
import { appendTexts } from './append-texts.ts';
import type { Migration } from './migrate.ts';
import { createLibrary } from './create-library.ts';

/** Numbered by their place. A step that has been released is never edited: a change of the schema is a new step. */
export const MIGRATIONS: readonly Migration[] = [createLibrary, addKnownItems, appendTexts, addSources, addOutlines];
