import type { ErrorEntry } from '../../error-entry.ts';

/** 搜索时的错误。 */
export const searchErrors = {
  'search-superseded': {
    title: '已由新的搜索取代',
    cause: '搜索开始前，搜索词已更改。',
    next: '无需操作，新的搜索正在进行。',
  },
  'search-damaged': {
    title: '搜索索引已损坏',
    cause: '词语索引已损坏，正在根据文章重新建立。文章没有丢失。',
    next: '可重试。索引建成之前，先能搜到最新的文章。',
  },
} as const satisfies Record<string, ErrorEntry>;
