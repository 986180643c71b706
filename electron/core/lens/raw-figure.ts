import type { Quantity } from './number/quantity.ts';
import type { Stretch } from './sentences.ts';
import type { FoundDate } from './day/dates.ts';
import type { FoundNotice } from './day/notices.ts';
import type { SpecialFigure } from './number/special-figures.ts';

/** Something that a text states, before it is known what of. */
export type RawFigure =
  | { readonly is: 'quantity'; readonly at: Stretch; readonly quantity: Quantity }
  | { readonly is: 'special'; readonly at: Stretch; readonly special: SpecialFigure }
  | { readonly is: 'date'; readonly at: Stretch; readonly date: FoundDate }
  | { readonly is: 'notice'; readonly at: Stretch; readonly notice: FoundNotice };
