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
    cause: '归档内容与生成时不一致，资料库保持原样。',
    next: '请选择该归档的其他副本。',
    reasons: {
      'cut-short': { title: '归档已损坏', cause: '归档缺少末尾，可能是没有复制完。资料库保持原样。', next: '请重新复制该归档，或选择其他副本。' },
      'unknown-version': { title: '归档来自其他版本', cause: '生成该归档的 Monazite 版本，当前版本无法识别。资料库保持原样。', next: '请更新 Monazite，然后重新选择该归档。' },
      incomplete: { title: '归档不完整', cause: '归档缺少一部分内容。资料库保持原样。', next: '请选择该归档的其他副本。' },
      unreadable: { title: '归档已损坏', cause: '无法读取归档中的内容。资料库保持原样。', next: '请选择该归档的其他副本。' },
      changed: { title: '归档被改动过', cause: '归档中的 {{name}} 与生成时不一致。资料库保持原样。', next: '请选择该归档的其他副本。' },
      unexpected: { title: '不只是资料库归档', cause: '其中含有 {{name}}，资料库归档不会包含它。资料库保持原样。', next: '请选择生成后未经改动的归档。' },
      twice: { title: '归档被改动过', cause: '其中有两个 {{name}}。资料库保持原样。', next: '请选择该归档的其他副本。' },
      'too-large': { title: '归档被改动过', cause: '归档中的 {{name}} 超出了应有的大小。资料库保持原样。', next: '请选择该归档的其他副本。' },
      encrypted: { title: '归档被加密', cause: '归档中的 {{name}} 已加密。资料库保持原样。', next: '请选择 Monazite 生成的原始归档。' },
      damaged: { title: '归档已损坏', cause: '无法读取归档中的 {{name}}。资料库保持原样。', next: '请选择该归档的其他副本。' },
    },
  },
} as const satisfies Record<string, ErrorEntry>;
