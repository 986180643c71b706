import type { Quantity } from './quantity.ts';
import type { Stretch } from './sentences.ts';
import type { FoundDate } from './dates.ts';
import type { FoundNotice } from './notices.ts';
import type { SpecialFigure } from './special-figures.ts';

/** Something that a text states, before it is known what of. */
export type RawFigure =
  | { readonly is: 'quantity'; readonly at: Stretch; readonly quantity: Quantity }
  | { readonly is: 'special'; readonly at: Stretch; readonly special: SpecialFigure }
  | { readonly is: 'date'; readonly at: Stretch; readonly date: FoundDate }
  | { readonly is: 'notice'; readonly at: Stretch; readonly notice: FoundNotice };
