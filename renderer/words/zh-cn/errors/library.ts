import type { ErrorEntry } from '../../error-entry.ts';

export const libraryErrors = {
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
  'story-missing': {
    title: '不属于任何报道组',
    cause: '已没有其他同题报道。',
    next: '没有任何改动，可继续阅读。',
  },
  'nothing-to-undo': {
    title: '没有可撤销的操作',
    cause: '已经撤销过，或此后改动过多。',
    next: '可逐条标记。',
  },
  'figure-missing': {
    title: '此数据已不在',
    cause: '文章正文有改动，或此数据已被去掉。',
    next: '请重新查看这篇文章的数据。',
  },
  'words-missing': {
    title: '正文中没有这些文字',
    cause: '选取之后文章正文有改动，没有添加任何数据。',
    next: '请在正文中重新选取。',
  },
  'prices-missing': {
    title: '没有此类报价',
    cause: '已没有文章按此单位和条件报出该产品的价格。',
    next: '请选择其他产品或单位。',
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
    causePlain: '文件超出上限，没有任何改动。',
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
    next: '请在下方恢复备份，或退出 Monazite 后放入自己的副本。',
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
} as const satisfies Record<string, ErrorEntry>;
