/** Where the reader's eyes are, told by the panes as they scroll. */
export const seen: { listTopId: number | null; articleScroll: number } = { listTopId: null, articleScroll: 0 };
