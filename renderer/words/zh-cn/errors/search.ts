import type { ErrorEntry } from '../../error-entry.ts';

/** 搜索时的错误。 */
export const searchErrors = {
  'search-superseded': {
    title: '已由新的搜索取代',
    cause: '搜索开始前，搜索词已更改。',
    next: '无需操作，新的搜索正在进行。',
  },
} as const satisfies Record<string, ErrorEntry>;
