/** What can be gone of a bookmark, in Chinese. */
export const bookmarkErrorWords = {
  'tag-missing': {
    title: '标签已不存在',
    cause: '该标签已被删除，或已与另一标签合并。',
    next: '请重新选择标签。',
  },
  'highlight-missing': {
    title: '高亮已不存在',
    cause: '该高亮已在别处删除。',
    next: '请重新标记这段文字。',
  },
  'copy-missing': {
    title: '副本已不存在',
    cause: '书签已取消，副本已随清理删除。',
    next: '为文章加书签，即可保存现在的内容。',
  },
} as const;
