import type { ErrorEntry } from '../../error-entry.ts';

/** 导出文章与导入链接时的错误。 */
export const transferErrors = {
  'nothing-to-export': {
    title: '没有可导出的内容',
    cause: '所选内容中没有已保存的文章。',
    next: '请选择其他文章，或先添加书签。',
  },
  'transfer-running': {
    title: '正在导出或导入',
    cause: '不能同时进行两项。',
    next: '请等待完成，或停止当前操作。',
  },
  'transfer-cancelled': {
    title: '已停止',
    cause: '操作在完成前被停止，已导入的内容会保留。',
    next: '重新开始即可继续剩余部分。',
  },
  'not-links': {
    title: '文件中没有链接',
    cause: '{{name}} 既不是书签，也不是含“url”列的表格。',
    causePlain: '该文件既不是书签，也不是含“url”列的表格。',
    next: '请选择订阅列表（OPML）、浏览器导出的书签（HTML），或 Pocket、Instapaper、Readwise 的 CSV 文件。',
  },
  'not-archive': {
    title: '不是资料库归档',
    cause: '该文件不是由整个资料库的导出生成的。',
    next: '请选择以 .monazite.zip 结尾的文件。',
  },
  'archive-unsound': {
    title: '归档已损坏',
    cause: '归档内容与生成时不一致（{{reason}}），资料库保持原样。',
    causePlain: '归档内容与生成时不一致，资料库保持原样。',
    next: '请选择该归档的其他副本。',
  },
} as const satisfies Record<string, ErrorEntry>;
