import type { ErrorEntry } from '../../error-entry.ts';

/** What is watched, and what is done by itself. */
export const watchErrors = {
  'watch-missing': {
    title: '该关注已不存在',
    cause: '它已被移除。',
    next: '请在侧栏中选择其他关注。',
  },
  'rule-missing': {
    title: '该规则已不存在',
    cause: '它已被移除。',
    next: '请从列表中选择其他规则。',
  },
  'rule-empty': {
    title: '规则不完整',
    cause: '规则至少需要一个条件和一项操作。',
    next: '请补全缺少的部分。',
  },
  'query-empty': {
    title: '没有可查找的内容',
    cause: '搜索中没有词语，也没有条件。',
    next: '请至少输入一个词。',
  },
  'query-muted': {
    title: '已屏蔽的标题不在任何列表中',
    cause: '保存的搜索只列出并统计列表中显示的标题，而这个搜索要找的是已屏蔽的标题。',
    next: '请去掉 is:muted。不保存的搜索仍可找到已屏蔽的标题。',
  },
  'run-missing': {
    title: '该次运行已不存在',
    cause: '只保留最近20次规则运行。',
    next: '可以手动更改各条标题。',
  },
  'run-running': {
    title: '规则正在运行',
    cause: '对已存标题，一次只运行一条规则。',
    next: '请等待完成，或将其停止。',
  },
} as const satisfies Record<string, ErrorEntry>;
