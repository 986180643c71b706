import type { TFunction } from 'i18next';
import { i18n } from './i18n.ts';

/** A word or sentence in the language of now, for code outside components; components use `useWords`, which draws them anew on a switch. */
export const t: TFunction = i18n.t;
