/**
 * How much a person may write to one article. Calls are refused past it; a file that holds more is cut there, and its import
 * says so. Lengths are in UTF-16 units.
 */
export const LONGEST_NOTE = 100_000;
export const LONGEST_TAG = 100;
/** How much of a text one highlight may mark. */
export const LONGEST_QUOTE = 10_000;
/** Of the text on either side of a highlight. */
export const LONGEST_AROUND = 500;
/** Tags that one call gives or takes away. An article may have more, by several calls. */
export const MOST_TAGS_AT_ONCE = 100;

/** What one article may bring in a file. */
export const MOST_TAGS_BROUGHT = 1000;
export const MOST_HIGHLIGHTS_BROUGHT = 1000;
export const LONGEST_TITLE_BROUGHT = 1000;
/** Of the HTML of its text. */
export const LONGEST_TEXT_BROUGHT = 2_000_000;
