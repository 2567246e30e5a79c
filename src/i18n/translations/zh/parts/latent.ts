import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { whole } = formatsOf('zh');

export const latent = {
  one: {
    describe: ({ place, count, label, step }) =>
      `${whole(count)} 个样本中的第 ${whole(place)} 个${label === null ? '' : `，类别 ${label}`}，第 ${whole(step)} 步之后。`,
    last: '上一个样本',
    next: '下一个样本',
  },
} satisfies Parts['latent'];
