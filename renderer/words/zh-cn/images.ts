export const imageWords = {
  images: {
    gone: '来源已不再提供这张图片。',
    refused: '来源不向阅读器提供这张图片。',
    notAnImage: '来源发来的不是图片。',
    tooLarge: '这张图片过大，无法保存。',
    retries: '这张图片未能加载，稍后会再试。',
    came: '图片已加载。',
    stillMissing_other: '仍缺{{count, number}}张图片。',
    missing_other: '正文已存，缺{{count, number}}张图片',
  },
} as const;
