import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { ago, decimal, fixed, whole } = formatsOf('zh');

const percent = (share: number): string => `${fixed(100 * share, 1)}%`;

export const runs = {
  title: '被搁置的运行',
  none: '还没有。换系统、换数据或换种子时，离开的运行会保留在这里。',
  about: '只要页面开着，每个都能完全从原处接着训练。',
  step: ({ step }) => `第 ${whole(step)} 步`,
  seed: ({ seed }) => `种子 ${seed}`,
  preset: '与预设相同',
  form: {
    whole: ({ megabytes }) => `完整保留，${fixed(megabytes, 1)} MB`,
    snapshot: ({ megabytes }) => `保留为快照，${fixed(megabytes, 1)} MB`,
    gone: () => '从最近保存的状态接着训练',
  },
  bringBack: '接着训练',
  bringBackHint: ({ name }) => `取回 ${name}`,
  model: {
    title: ({ name }) => `训练好的 ${name}`,
    open: '打开',
    openHint: ({ name }) => `打开训练好的 ${name}`,
    wait: '正在查询它是怎样训练的……',
    noCard: '没能取到它是怎样训练的。',
    made: ({ width, batch, steps, seed }) =>
      `宽度 ${decimal(width)} · 批量 ${whole(batch)} · ${whole(steps)} 步 · 种子 ${seed}`,
    frechet: ({ value, real }) => `弗雷歇距离 ${fixed(value, 1)}（真实数字 ${fixed(real, 1)}）`,
    precision: ({ precision, recall }) => `精确率 ${fixed(precision, 2)}，召回率 ${fixed(recall, 2)}`,
    agreement: ({ value }) => `与所要类别一致 ${percent(value)}`,
    accuracy: ({ share }) => `判别器在测试数字上答对 ${percent(share)}`,
    file: ({ kilobytes, samples }) => `下载 ${whole(kilobytes)} kB；分数来自 ${whole(samples)} 个样本。`,
    anew: '可以由此接着训练。届时优化器的记忆从零开始，滑动平均从它的权重开始。',
  },
  kept: {
    title: '保存在这个浏览器里',
    about: '这次和以前访问的最近几个运行，每分钟和暂停时保存。',
    lasting: '浏览器已承诺不会自行删除它们。',
    passing: '空间不足时浏览器可能删除它们，Safari 在七天没有访问后也会；无痕窗口关闭时就会忘掉它们。',
    none: '还没有：运行满一分钟，或者暂停时，就会保存。',
    off: '这个浏览器不让页面保存任何东西：关闭页面，运行就没有了。',
    images: ({ name }) => `在你自己的数据 ${name} 上的运行，要和这些数据一起才能保存。`,
    keepImages: ({ megabytes }) => `把这些数据也留在这个浏览器里（${fixed(megabytes, 1)} MB）`,
    withImages: ({ megabytes }) => `，连同 ${fixed(megabytes, 1)} MB 数据`,
    saved: ({ milliseconds, megabytes }) => `${ago(milliseconds)}保存，${fixed(megabytes, 1)} MB`,
  },
  files: {
    title: '文件',
    about: '保存的运行从原处接着训练；权重文件则以现在的设置开始一个运行。',
    open: '打开文件…',
    beside: '在旁边显示它的曲线…',
  },
  discard: ({ name }) => `丢弃 ${name}`,
} satisfies Parts['runs'];
