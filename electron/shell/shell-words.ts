import type { WindowCommand } from '../contract/command.ts';
import type { Language } from '../contract/settings.ts';

/** The few words that the system shows for us (menus, dialogs). Everything inside the window has its words in the renderer. */
export interface ShellWords {
  readonly file: string;
  readonly commands: Readonly<Record<WindowCommand, string>>;
  /** Of the settings' own window, until its page says it. */
  readonly settingsTitle: string;
  readonly refreshAll: string;
  readonly closeWindow: string;
  readonly quit: (app: string) => string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly actualSize: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly window: string;
  readonly minimize: string;
  readonly zoom: string;
  readonly bringAllToFront: string;
  readonly help: string;
  readonly showLibrary: string;
  readonly about: (app: string) => string;
  readonly services: string;
  readonly hide: (app: string) => string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly crashed: string;
  readonly crashedDetail: string;
  readonly openAgain: string;
  readonly quitPlain: string;
  readonly failed: (app: string) => string;
  /** Several stories in one notification. */
  readonly stories: (count: number) => string;
  readonly matched: (words: string) => string;
  readonly unread: (count: number) => string;
  /** Brings the window forward. */
  readonly show: (app: string) => string;
  readonly staysTitle: (app: string) => string;
  readonly staysDetail: (app: string) => string;
  readonly understood: string;
  readonly updateReady: (app: string, version: string) => string;
  readonly updateDetail: string;
}

const english = new Intl.NumberFormat('en');
const chinese = new Intl.NumberFormat('zh-CN');

const en: ShellWords = {
  file: 'File',
  commands: {
    palette: 'Command palette…',
    find: 'Find in article…',
    print: 'Print article or save it as PDF…',
    settings: 'Settings…',
    shortcuts: 'Keyboard shortcuts',
    'save-page': 'Save a page…',
    import: 'Import…',
    'import-library': 'Import a whole library…',
    'export-opml': 'Export subscriptions (OPML)…',
    'export-articles': 'Export articles…',
    'export-library': 'Export the whole library…',
  },
  settingsTitle: 'Settings',
  refreshAll: 'Refresh all sources',
  closeWindow: 'Close window',
  quit: (app) => `Quit ${app}`,
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  window: 'Window',
  minimize: 'Minimize',
  zoom: 'Zoom',
  bringAllToFront: 'Bring all to front',
  help: 'Help',
  showLibrary: 'Show library folder',
  about: (app) => `About ${app}`,
  services: 'Services',
  hide: (app) => `Hide ${app}`,
  hideOthers: 'Hide others',
  showAll: 'Show all',
  crashed: 'The window stopped working',
  crashedDetail: 'It was opened again twice and stopped each time. Your articles and bookmarks are kept. Open it again, or quit and start the app anew.',
  openAgain: 'Open again',
  quitPlain: 'Quit',
  failed: (app) => `${app} met an error`,
  stories: (count) => `${count} new alerts`,
  matched: (words) => `Matched: ${words}`,
  unread: (count) => (count === 0 ? 'Nothing unread' : `${english.format(count)} unread`),
  show: (app) => `Show ${app}`,
  staysTitle: (app) => `${app} goes on in the tray`,
  staysDetail: (app) => `It refreshes your sources and tells you of alerts. Its mark is beside the clock: a click shows the window, and its menu quits. Where your desktop shows no such mark, starting ${app} again shows the window. Settings, Desktop changes this.`,
  understood: 'OK',
  updateReady: (app, version) => `${app} ${version} is ready`,
  updateDetail: 'It is installed when you quit.',
};

const zhCN: ShellWords = {
  file: '文件',
  commands: {
    palette: '命令面板…',
    find: '在文中查找…',
    print: '打印文章或存为 PDF…',
    settings: '设置…',
    shortcuts: '键盘快捷键',
    'save-page': '保存网页…',
    import: '导入…',
    'import-library': '导入整个资料库…',
    'export-opml': '导出订阅列表（OPML）…',
    'export-articles': '导出文章…',
    'export-library': '导出整个资料库…',
  },
  settingsTitle: '设置',
  refreshAll: '刷新全部来源',
  closeWindow: '关闭窗口',
  quit: (app) => `退出 ${app}`,
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '显示',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  window: '窗口',
  minimize: '最小化',
  zoom: '缩放',
  bringAllToFront: '前置全部窗口',
  help: '帮助',
  showLibrary: '打开资料库文件夹',
  about: (app) => `关于 ${app}`,
  services: '服务',
  hide: (app) => `隐藏 ${app}`,
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  crashed: '窗口停止工作',
  crashedDetail: '已重新打开两次，仍然停止。文章和书签均已保存。可以再次打开，或退出后重新启动。',
  openAgain: '再次打开',
  quitPlain: '退出',
  failed: (app) => `${app} 出错`,
  stories: (count) => `${count}条新提醒`,
  matched: (words) => `匹配：${words}`,
  unread: (count) => (count === 0 ? '没有未读文章' : `${chinese.format(count)} 篇未读`),
  show: (app) => `显示 ${app}`,
  staysTitle: (app) => `${app} 仍在托盘中运行`,
  staysDetail: (app) => `它会继续刷新来源并发出提醒。图标在时钟旁边：点击可显示窗口，菜单中可以退出。如果桌面不显示托盘图标，再次启动 ${app} 即可显示窗口。可在“设置”的“桌面”中更改。`,
  understood: '好',
  updateReady: (app, version) => `${app} ${version} 已就绪`,
  updateDetail: '退出时安装。',
};

/** @param systemLocale BCP 47 tag, used where the person left the choice to the system. */
export function shellWords(language: Language, systemLocale: string): ShellWords {
  const chosen = language === 'system' ? systemLocale : language;
  return /^zh\b/i.test(chosen) ? zhCN : en;
}
