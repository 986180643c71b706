import * as v from 'valibot';
import { ARTICLE_THEMES, TEXT_FACES, TEXT_LEADINGS, TEXT_MEASURES } from './reading.ts';

export const articleLookSchema = v.strictObject({
  face: v.picklist(TEXT_FACES),
  measure: v.picklist(TEXT_MEASURES),
  leading: v.picklist(TEXT_LEADINGS),
  wideFigures: v.boolean(),
  theme: v.picklist(ARTICLE_THEMES),
});

/** Schemas of the methods of ReadingApi. */
export const readingSchemas = {
  setReadingPlace: v.strictObject({
    articleId: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    place: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))),
  }),
} as const;
