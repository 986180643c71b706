import type { ErrorEntry } from '../../error-entry.ts';

export const documentErrors = {
  'empty-body': {
    title: '响应为空',
    cause: '{{host}} 已响应，但没有任何内容。',
    next: '请稍后重试。',
  },
  'no-feed-found': {
    title: '此页面没有订阅源',
    cause: '已查看 {{host}}，没有找到订阅源。',
    next: '可在网站上查找“RSS”或“订阅”，再粘贴那个地址。',
  },
  'not-a-feed': {
    title: '这不是订阅源',
    cause: '{{host}} 发来的是网页或文件，不是订阅源。',
    next: '可改为添加网站地址，由 Monazite 查找其订阅源。',
  },
  'malformed-feed': {
    title: '无法读取订阅源',
    cause: '{{host}} 的订阅源不完整或格式有误。已保存的文章仍可阅读。',
    next: '请稍后重试。如果一直如此，可告知该网站。',
  },
  'feed-too-complex': {
    title: '无法读取订阅源',
    cause: '{{host}} 的订阅源嵌套层数超出正常范围，没有读取。',
    next: '请在网站上查找其他订阅源。',
  },
  'no-list-found': {
    title: '没有找到文章列表',
    cause: '{{host}} 的页面上没有可以关注的列表：找不到形式重复的链接。',
    next: '请打开该网站的新闻列表栏目，粘贴其地址。',
    reasons: {
      'script-only': {
        title: '页面内容由脚本生成',
        cause: '{{host}} 发来的页面不含文章：文章由脚本在浏览器中获取，Monazite 不运行脚本。',
        next: '请在网站上查找订阅源或普通列表页，或粘贴脚本获取列表的地址。',
      },
    },
  },
  'page-shape-changed': {
    title: '页面结构已改变',
    cause: '之前能找到{{before, number}}篇文章，现在只有{{found, number}}篇。已保存的文章仍可阅读。',
    causePlain: '列表已不在原来的位置。已保存的文章仍可阅读。',
    next: '请查看 Monazite 现在的建议，重新选择列表。',
    reasons: {
      'script-only': {
        title: '页面内容改由脚本生成',
        cause: '{{host}} 发来的页面不再含有文章：文章由脚本在浏览器中获取，Monazite 不运行脚本。已保存的文章仍可阅读。',
        next: '请在网站上查找订阅源或普通列表页。',
      },
      'no-dates': {
        title: '页面不再显示日期',
        cause: '文章仍会更新，但大多不再带有日期：新文章以首次出现的时间为准。',
        next: '请查看页面的读取方式，选择带日期的列表，或保持现状。',
      },
    },
  },
  'page-is-missing': {
    title: '网站表示没有这个页面',
    cause: '{{host}} 返回的页面说明该页面不存在。',
    next: '请检查地址，或打开网站查找该页面。',
  },
  'bot-check': {
    title: '该网站只允许浏览器访问',
    cause: '{{host}} 返回的是浏览器验证页面，而不是原来的内容。Monazite 不会冒充浏览器。',
    next: '请在浏览器中打开，或查找有相同新闻的其他来源。',
  },
  'bad-selector': {
    title: '无法识别该选择器',
    cause: '“{{field}}”的规则无法使用：{{reason}}。',
    causePlain: '其中一条规则无法使用。',
    next: '请修改，或留空由 Monazite 自动查找。',
  },
  'robots-disallowed': {
    title: '该网站不允许程序读取',
    cause: '{{host}} 的 robots.txt 不允许程序读取此页面，Monazite 遵守这一规定。',
    next: '请在浏览器中打开，或查找该网站的订阅源。',
  },
  'keychain-missing': {
    title: '没有可保存登录信息的钥匙串',
    cause: '系统没有为 Monazite 提供保存机密的安全位置，登录信息只保留到 Monazite 关闭为止。',
    next: '请先设置系统的钥匙串，再重新输入登录信息。',
  },
  'sign-in-missing': {
    title: '这台电脑上没有登录信息',
    cause: 'Monazite 已没有 {{host}} 的登录信息，因此没有访问该网站。已保存的文章仍可阅读。',
    next: '请重新输入。',
  },
  'proxy-failed': {
    title: '代理未放行请求',
    cause: '本系统的代理没有连接到 {{host}}。',
    next: '请检查系统的网络设置，或联系代理的管理者。',
  },
  'proxy-sign-in': {
    title: '代理服务器需要登录',
    cause: '系统的代理服务器要求用户名和密码，才会连接 {{host}}。',
    next: '请写入代理地址，如 http://user:password@proxy:port，或询问代理的管理者。',
  },
} as const satisfies Record<string, ErrorEntry>;
