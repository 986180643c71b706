import { imageErrorWords } from './image-errors.ts';
import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';
import type { ErrorEntry } from '../en/errors.ts';

export const errorWords = {
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
    cause: '{{host}} {{seconds, number}}秒内无响应。',
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
    cause: '{{host}} 要求降低访问频率，Monazite 按其要求的时间等待。',
    next: '无需操作，到时会自动重试。',
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
  },
  'page-shape-changed': {
    title: '页面结构已改变',
    cause: '之前能找到{{before, number}}篇文章，现在只有{{found, number}}篇。已保存的文章仍可阅读。',
    causePlain: '列表已不在原来的位置。已保存的文章仍可阅读。',
    next: '请查看 Monazite 现在的建议，重新选择列表。',
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
  ...imageErrorWords,
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
  'already-subscribed': {
    title: '已关注',
    cause: '此订阅源已在来源中。',
    next: '可从来源中打开。',
  },
  'feed-missing': {
    title: '此来源已不在',
    cause: '在此期间已退订。',
    next: '请选择其他来源。',
  },
  'folder-missing': {
    title: '此文件夹已不在',
    cause: '在此期间已删除，其中的来源在上一级。',
    next: '请选择其他文件夹。',
  },
  'article-missing': {
    title: '这篇文章已不在',
    cause: '它在清理时或随来源一起删除。',
    next: '请选择其他文章。',
  },
  'nothing-to-undo': {
    title: '没有可撤销的操作',
    cause: '已经撤销过，或此后改动过多。',
    next: '可逐条标记。',
  },
  'nothing-to-fill': {
    title: '没有缺失',
    cause: '此来源已没有缺口。',
    next: '文章都在列表中。',
  },
  'not-opml': {
    title: '这不是 OPML 文件',
    cause: '无法按 OPML 读取此文件，没有任何改动。',
    next: '请在其他阅读器中重新导出 OPML，再选择该文件。',
  },
  'opml-too-large': {
    title: '文件过大',
    cause: '文件大小或来源数量超出单次上限 {{limit}}，没有任何改动。',
    causePlain: '文件大小或来源数量超出单次上限，没有任何改动。',
    next: '请拆分后逐个导入。',
  },
  'opml-too-complex': {
    title: '未能及时读完文件',
    cause: '文件中有内容占用的时间或内存超出来源清单应有的范围，没有任何改动。',
    next: '请在其他阅读器中重新导出，或拆分后逐个导入。',
  },
  'file-missing': {
    title: '文件已不在',
    cause: '文件交出已超过一天，或没有传完。',
    next: '请重新选择文件。',
  },
  'file-too-large': {
    title: '文件过大',
    cause: '文件超出上限 {{bytes}}，没有任何改动。',
    next: '请选择较小的文件。',
  },
  'profile-unwritable': {
    title: '无法写入资料文件夹',
    cause: 'Monazite 没有写入 {{path}} 的权限。',
    next: '请允许写入该文件夹，或使用其他资料文件夹启动 Monazite。',
  },
  'profile-in-use': {
    title: '资料已在别处打开',
    cause: '另一个 Monazite 正在使用 {{path}}。',
    next: '可使用那个窗口，或将其关闭后在此重试。',
  },
  'database-damaged': {
    title: '资料库已损坏',
    cause: '位于 {{path}} 的资料库无法完整读取。',
    next: '请关闭 Monazite，用最新的备份覆盖损坏的文件，再重试。',
  },
  'database-newer': {
    title: '资料库来自较新版本',
    cause: '位于 {{path}} 的资料库由较新的 Monazite 写入，当前版本无法读取。',
    next: '请安装较新版本，或使用其他资料文件夹启动当前版本。',
  },
  'database-failed': {
    title: '资料库没有响应',
    cause: '读写资料库失败，此前保存的内容不受影响。',
    next: '请重试。如果一直如此，请重新启动 Monazite。',
  },
  'migration-failed': {
    title: '无法更新资料库',
    cause: '更新资料库失败，更新前的状态保存在 {{backup}}。',
    causePlain: '为当前版本更新资料库失败，仍保持更新前的状态。',
    next: '请确认磁盘有足够空间后重试。较早版本的 Monazite 仍可打开。',
  },
  'disk-full': {
    title: '磁盘已满',
    cause: '{{path}} 所在磁盘没有剩余空间，此前保存的内容不受影响。',
    next: '请腾出空间后重试。',
  },
  'settings-failed': {
    title: '无法保存设置',
    cause: '无法写入设置文件，仍使用原来的设置。',
    next: '请检查磁盘是否有空间，资料文件夹是否可写。',
  },
  'refresh-running': {
    title: '正在刷新',
    cause: '不能同时进行两次刷新。',
    next: '请等待完成，或停止刷新。',
  },
  'engine-stopped': {
    title: 'Monazite 停止响应',
    cause: 'Monazite 读取资料库的部分已停止运行，已保存的内容都在磁盘上。',
    next: '请重试，或关闭 Monazite 后重新启动。',
  },
  internal: {
    title: 'Monazite 内部出错',
    cause: '问题出在 Monazite，与操作无关。已保存的内容没有丢失。',
    next: '请重试。如果再次出现，请重新启动 Monazite。',
  },
} as const satisfies Record<ReaderErrorCode, ErrorEntry>;
