import type { ErrorEntry } from '../../error-entry.ts';

export const networkErrors = {
  'unknown-method': {
    title: 'Monazite 各部分版本不一致',
    cause: '窗口与引擎的版本不同。',
    next: '请关闭 Monazite 后重新启动。',
  },
  'invalid-argument': {
    title: '无法识别输入的内容',
    cause: '{{path}} 的值不符合要求。',
    causePlain: '其中一个值不符合要求。',
    next: '请修改后重试。',
  },
  'invalid-address': {
    title: '这不是有效的地址',
    cause: '输入的内容不能作为网站或订阅地址。',
    next: '请检查地址是否完整，例如 example.com 的结尾。',
  },
  'unsupported-scheme': {
    title: '只能关注网页地址',
    cause: '地址以 {{scheme}} 开头，Monazite 只读取 http 和 https。',
    causePlain: '地址不是以 http 或 https 开头。',
    next: '请粘贴浏览器中显示的地址。',
  },
  offline: {
    title: '没有网络',
    cause: '这台电脑处于离线状态，本机已保存的内容仍可阅读。',
    next: '请在联网后重试。',
  },
  'host-not-found': {
    title: '找不到主机',
    cause: '没有名为 {{host}} 的主机，或当前网络无法查询。',
    next: '请检查拼写，或稍后重试。',
  },
  'host-unreachable': {
    title: '无法连接',
    cause: '无法连接到 {{host}}。',
    next: '请稍后重试，或在浏览器中打开该网站，看是否正常。',
  },
  timeout: {
    title: '没有响应',
    cause: '{{host}} {{seconds, number}}\u202F秒内无响应。',
    causePlain: '{{host}} 未能及时响应。',
    next: '请稍后重试，该网站目前可能较慢。',
  },
  'tls-failed': {
    title: '连接不安全',
    cause: '{{host}} 的证书无效，没有读取任何内容。',
    next: '请检查电脑的时钟。如果时间正确，需由该网站更新证书。',
  },
  'too-many-redirects': {
    title: '地址循环跳转',
    cause: '对 {{host}} 的请求不断跳转，始终没有结果。',
    next: '请在浏览器中打开网站，从那里复制地址。',
  },
  'body-too-large': {
    title: '内容过大',
    cause: '{{host}} 发来的内容超过 {{limit}}，没有读完。',
    causePlain: '{{host}} 发来的内容过大，没有读完。',
    next: '请在网站上查找较小的订阅源。',
  },
  unauthorized: {
    title: '此地址需要登录',
    cause: '{{host}} 只向已登录的读者提供内容。',
    next: '请用网站给你的账号或密钥登录，或查找公开的订阅源。',
  },
  forbidden: {
    title: '网站拒绝访问',
    cause: '{{host}} 已响应，但不允许 Monazite 这类阅读器访问此地址。',
    next: '请在浏览器中打开网站，查找其他订阅源。',
  },
  'not-found': {
    title: '此地址没有内容',
    cause: '{{host}} 已响应，但此地址没有内容。',
    next: '请在网站上查找新的订阅地址。',
  },
  gone: {
    title: '地址已失效',
    cause: '{{host}} 表示此订阅源已终止。不再读取此地址，已有文章保留。',
    next: '请在网站上查找其他订阅源，或退订。',
  },
  'rate-limited': {
    title: '请求过于频繁',
    cause: '{{host}} 要求降低访问频率，{{until}} 之前不再访问。',
    causePlain: '{{host}} 要求降低访问频率，Monazite 按其要求的时间等待。',
    next: '请在此之后重试；已关注的来源会自动重试。',
  },
  'server-error': {
    title: '网站出现故障',
    cause: '{{host}} 返回错误 {{status}}，故障在对方。',
    causePlain: '{{host}} 返回了错误，故障在对方。',
    next: '请稍后重试。',
  },
  'http-error': {
    title: '意外的响应',
    cause: '{{host}} 返回 {{status}}，Monazite 无法使用。',
    causePlain: '{{host}} 的响应无法使用。',
    next: '请在浏览器中打开此地址，看显示什么内容。',
  },
  'private-network': {
    title: '该地址指向你自己的网络',
    cause: '所请求的网址转到了 {{host}}，它是本机或属于本机所在的网络。外部网站不能让 Monazite 访问那里。',
    next: '如果它是你自己的，请直接关注它的地址。',
  },
} as const satisfies Record<string, ErrorEntry>;
