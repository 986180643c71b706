import * as v from 'valibot';
import type { CatalogueSource } from './catalogue.ts';
import { ownCatalogueSchema } from './validate-catalogue.ts';

export type OwnCatalogueFile = { readonly kind: 'read'; readonly replaces: boolean; readonly sources: readonly CatalogueSource[] } | { readonly kind: 'unusable'; readonly problem: string };

/** A person's own catalogue, from the text of its file; what is wrong with it otherwise, and where. */
export function readOwnCatalogue(text: string): OwnCatalogueFile {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch (error) {
    return { kind: 'unusable', problem: error instanceof Error ? error.message : String(error) };
  }
  const result = v.safeParse(ownCatalogueSchema, written);
  if (result.success) return { kind: 'read', ...result.output };
  const [issue] = result.issues;
  return { kind: 'unusable', problem: `${v.getDotPath(issue) ?? ''}: ${issue.message}` };
}
