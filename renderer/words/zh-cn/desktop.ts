import type { CatalogShape } from '../catalog-shape.ts';
import type { desktopWords as english } from '../en/desktop.ts';

/** Words for the desktop around the window: the tray, the start, links and what is not to be had. */
export const desktopWords = {
  desktop: {
    tray: '在系统托盘中显示 Monazite',
    trayMac: '在菜单栏中显示 Monazite',
    trayLinux: '有未读文章时显示圆点。菜单可以刷新和退出。部分桌面（如 GNOME）需要扩展才能显示托盘。',
    closeToTray: '关闭窗口后留在托盘中运行',
    closeToTrayMac: '在 Mac 上总会继续运行。打开此项后，登录时启动不会显示窗口。',
    startAtLogin: '登录系统时启动 Monazite',
    badge: '在应用图标上显示未读数',
    badgeLinux: 'Ubuntu 的 Dock 和 KDE 的任务栏会显示；其他桌面不一定显示。',
    updates: '每天检查一次新版本',
    quietOnBattery: '使用电池时不自动获取',
    quietOnMetered: '使用按流量计费的网络时不自动获取',
    hints: {
      tray: '有未读文章时显示圆点。菜单可以刷新和退出。',
      closeToTray: '会继续刷新并发出提醒。要退出，请在托盘或菜单中选择“退出”。',
      startAtLogin: '如果设为留在托盘中，则启动时不显示窗口。',
      badge: '在程序坞中显示数字，在 Windows 任务栏中显示圆点。',
      updates: '从本项目的发布页下载，并在退出时安装。关闭时，Monazite 只访问你的来源。',
      quietOnBattery: '接通电源后再刷新。你主动要求的内容会立即获取。',
      quietOnMetered: '以系统的网络设置为准。你主动要求的内容会立即获取。',
    },
    links: '来自其他程序的链接和列表',
    linksWork: 'feed: 和 monazite: 链接以及 .opml 文件会在 Monazite 中打开。未经你确认，不会订阅或导入任何内容。',
    linksBrowser: '系统不会把它们交给浏览器的窗口。',
    linksOtherwise: '可以拖到窗口上、粘贴到窗口中，或在启动 Monazite 时指定。',
    notHere: '此处无法使用',
    absent: {
      browser: '此窗口是浏览器的窗口，没有这些功能。桌面应用中可以使用。',
      unpackaged: '此副本直接从文件夹运行，没有安装，因此没有登记到系统中。',
      package: '此副本以软件包形式安装，由系统的软件包管理器更新。',
      appimage: '系统不会自动识别 AppImage。使用 AppImageLauncher 等程序把它加入菜单后，链接和列表即可在其中打开。',
      system: '此系统没有这项功能，或者不向应用提供相关信息。',
    },
    share: '分享…',
    dropSource: '松开以订阅链接',
  },
} as const satisfies CatalogShape<typeof english>;
