import type { ErrorEntry } from '../../error-entry.ts';

/** Why something is not ready to be read without a network. */
export const offlineErrors = {
  'image-failed': {
    title: '图片无法加载',
    cause: '图片所在的服务器没有提供。',
    next: '请稍后重试。',
  },
  'prepare-stopped': {
    title: '尚未获取',
    cause: '轮到它之前，准备已停止。',
    next: '再次准备会从停下的地方继续。',
  },
  'over-budget': {
    title: '超出空间上限',
    cause: '为离线内容设定的空间放不下它。',
    next: '可在设置中提高上限，或减少所选内容。',
  },
} as const satisfies Record<string, ErrorEntry>;
