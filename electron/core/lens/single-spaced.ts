const OTHER = /\s\s|[^\S ]/;

/** A text with one space for any run of white space. Most have no other, and are not gone through space by space. */
export const singleSpaced = (text: string): string => (OTHER.test(text) ? text.replace(/\s+/g, ' ') : text);
