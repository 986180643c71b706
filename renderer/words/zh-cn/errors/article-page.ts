import type { ErrorEntry } from '../../error-entry.ts';

/** Why the page of an article gave no text. */
export const articlePageErrors = {
  'login-wall': {
    title: '全文仅供订阅者阅读',
    cause: '{{host}} 只向登录用户或订阅者显示全文。订阅源提供的内容已保留。',
    next: '有访问权限时，可在浏览器中打开该页面。',
  },
  'page-gone': {
    title: '文章已不存在',
    cause: '{{host}} 返回的页面说明该文章不存在或已被删除。订阅源提供的内容已保留。',
    next: '请在网站上按标题查找该文章。',
  },
  'no-article-text': {
    title: '没有找到正文',
    cause: '{{host}} 的页面中没有可读作文章的文字。订阅源提供的内容已保留。',
    next: '请在浏览器中打开该页面。',
  },
  'script-only': {
    title: '页面由脚本生成',
    cause: '{{host}} 返回的页面不含文字，需由脚本填充。Monazite 不运行网页脚本。',
    next: '请在浏览器中打开该页面。',
  },
  'page-too-large': {
    title: '页面过大',
    cause: '{{host}} 的页面超过 {{limit}}，没有读取。',
    causePlain: '{{host}} 的页面过大或结构过于复杂，没有读取。',
    next: '请在浏览器中打开该页面。',
  },
  'not-a-page': {
    title: '这不是网页',
    cause: '{{host}} 返回的是 {{type}}，而不是含有文字的网页。',
    causePlain: '{{host}} 返回的不是含有文字的网页。',
    next: '请在浏览器中打开该地址。',
  },
} as const satisfies Record<string, ErrorEntry>;
