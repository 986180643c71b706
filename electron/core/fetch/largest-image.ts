/** An image of more bytes is not taken. */
export const LARGEST_IMAGE = 10 * 1024 * 1024;
