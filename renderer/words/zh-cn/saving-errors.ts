/** Why a file could not be saved as a page. */
export const savingErrorWords = {
  'file-type-unknown': {
    title: '不是可保存的页面',
    cause: '{{name}} 不属于 Monazite 可读取的类型（网页、纯文本、邮件或 PDF）。',
    causePlain: '该文件不属于 Monazite 可读取的类型（网页、纯文本、邮件或 PDF）。',
    next: '请先另存为 .html、.mhtml、.txt、.eml 或 .pdf。',
  },
  'file-damaged': {
    title: '文件已损坏',
    cause: '{{name}} 内容不完整，或与扩展名不符，没有保存。',
    causePlain: '该文件内容不完整，或与扩展名不符，没有保存。',
    next: '请用原程序打开后重新保存。',
  },
  'file-encrypted': {
    title: '文件已加密',
    cause: '{{name}} 需要密码才能打开，没有保存。',
    causePlain: '该文件需要密码才能打开，没有保存。',
    next: '请用原程序打开，去除密码后另存，再添加该文件。',
  },
  'file-without-text': {
    title: '文件中没有正文',
    cause: '{{name}} 中没有可读作文章的文字，没有保存。',
    causePlain: '该文件中没有可读作文章的文字，没有保存。',
    next: '请在浏览器中打开该页面，完全载入后再保存。',
  },
} as const;
