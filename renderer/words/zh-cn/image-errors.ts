export const imageErrorWords = {
  'not-an-image': {
    title: '这不是图片',
    cause: '{{host}} 发来的内容不是 Monazite 认识的图片。',
    next: '请在浏览器中打开文章查看。',
  },
  'image-too-large': {
    title: '图片过大',
    cause: '图片有 {{width, number}} × {{height, number}}\u00A0像素，显示时占用内存过多。',
    causePlain: '显示这张图片占用内存过多。',
    next: '请在浏览器中打开文章查看。',
  },
  'image-too-complex': {
    title: '图形过于复杂',
    cause: '{{host}} 的图形占用的时间或内存超出图片应有的范围。',
    next: '请在浏览器中打开文章查看。',
  },
} as const;
