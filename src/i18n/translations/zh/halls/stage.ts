/** The stage: pictures, the plane, several systems side by side, and what a step did. */
import { formatsOf } from '../../../format.ts';
import type { Halls } from '../../../texts.ts';
import { spaced } from '../spaced.ts';

const { short, whole } = formatsOf('zh');

export const stage = {
  stage: {
    label: '正在看什么',
    tab: { samples: '样本', latent: '潜在空间', one: '单个样本', play: '游戏' },
    choose: '可以选择的样本',
    chooseHint: '点一个样本，它就留在“潜在空间”里，并在“单个样本”里放大',
    cell: ({ row, column, label }) =>
      `第 ${whole(row)} 行，第 ${whole(column)} 列${label === null ? '' : `，类别 ${label}`}`,
  },
  grid: {
    generated: 'G 画的',
    real: '真实样本',
    classes: '类别',
    all: '全部',
    empty: '网络建好之后，这里会出现第一批数字。',
    atStep: ({ step }) => `第 ${whole(step)} 步`,
    behind: ({ steps }) => `落后 ${whole(steps)} 步`,
    past: ({ newest }) => `共 ${whole(newest)} 步`,
    toNewest: '选了类别就显示最新的图像',
    describeAll: ({ step, rows, columns }) =>
      `第 ${whole(step)} 步后生成的数字，${whole(rows)} 行 ${whole(columns)} 列。`,
    describeByClass: ({ step, rows, columns }) =>
      `第 ${whole(step)} 步后生成的数字，${whole(rows)} 行 ${whole(columns)} 列，每列一个类别。`,
    describeClass: ({ label, step, rows, columns }) =>
      `第 ${whole(step)} 步后生成的类别 ${label} 的数字，${whole(rows)} 行 ${whole(columns)} 列。`,
    describeReal: ({ count }) => `一行 ${whole(count)} 个真实数字，供比较。`,
    labelled: '有标签的数字',
    labelledCount: ({ shown, count }) => `${whole(count)} 个中的 ${whole(shown)} 个`,
    describeLabelled: ({ shown, count }) => `D 被告知类别的 ${whole(count)} 个数字中的 ${whole(shown)} 个。`,
  },
  effect: {
    label: '上一步做了什么',
    said: ({ part, changes }) => `${part}：${changes}。`,
    none: '“单步”“单步 D”“单步 G”做了什么，会写在这里。',
    part: { both: '单步', D: '单步 D', G: '单步 G' },
    value: { lossD: 'D 的损失', lossG: 'G 的损失', scoreReal: 'D(x)', scoreFake: 'D(G(z))' },
    shown: ({ rose, fell, count, before, after, points }) => {
      const things = points ? '点' : '样本';
      const move = `均值 ${short(before)} → ${short(after)}`;
      if (rose + fell === 0) return `画面上 ${whole(count)} 个${things}，D 对它们的看法没有变化。`;
      const [moved, how] = fell > rose ? [fell, '更不真实'] : [rose, '更真实'];
      return `画面上 ${whole(count)} 个${things}中，有 ${whole(moved)} 个在 D 看来${how}了：${move}`;
    },
    largest: ({ move }) => `单个变化最大为 ${short(move)}`,
  },
  plane: {
    title: 'D 怎样看这个平面',
    low: 'D：生成',
    high: '真实',
    real: '真实点',
    generated: '生成点',
    arrows: 'D 的梯度',
    arrowsHint: '箭头指向 D 上升的方向，越陡的地方越长',
    describe: ({ step, count }) =>
      `第 ${whole(step)} 步后 D 在平面上的等高线，有 ${whole(count)} 个真实点和同样多的生成点。在粗线上 D 分不出真假。`,
  },
  compare: {
    open: '对比',
    openHint: '几个系统并排训练，用同样的数据和同一个种子',
    leave: '退出对比',
    place: ({ place }) => `运行 ${whole(place)}`,
    several: ({ count }) => `${whole(count)} 个系统`,
    sideBySide: '并排',
    systems: '系统',
    ready: ({ recipe, data }) => `${recipe} 已准备好在${spaced(data)}上同步训练。`,
    training: ({ recipe, data }) => `${recipe} 正在${spaced(data)}上同步训练。`,
  },
} satisfies Halls['stage'];
