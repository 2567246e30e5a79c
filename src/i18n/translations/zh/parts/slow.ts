import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { decimal, fixed } = formatsOf('zh');

export const slow = {
  label: '步子太慢',
  takes: ({ seconds }) => `在这里走一步要 ${fixed(seconds, 1)} 秒。`,
  offer: ({ width, seconds }) => `宽度取 ${decimal(width)} 大约只要 ${fixed(seconds, 1)} 秒，图像会粗略一些。`,
  restart: ({ width }) => `以宽度 ${decimal(width)} 重新开始`,
  dismiss: '知道了',
} satisfies Parts['slow'];
