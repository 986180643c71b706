/** What can be wrong with a name that a person adds or corrects, in Chinese. */
export const gazetteerErrorWords = {
  'entity-missing': {
    title: '该名称已不存在',
    cause: '该名称已被删除，或不在 Monazite 自带的名称之中。',
    next: '请从名称列表中重新选择。',
  },
  'entity-name-missing': {
    title: '没有可用于识别的写法',
    cause: '该名称的所有写法都已隐藏或为空。',
    next: '请至少保留一种写法，或删除该名称。',
  },
} as const;
