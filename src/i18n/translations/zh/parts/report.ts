import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { whole, fixed, short } = formatsOf('zh');

export const report = {
  title: ({ recipe, data }) => `${recipe}，数据：${data}`,
  after: ({ step, seed }) => `第 ${whole(step)} 步之后，种子 ${seed}`,
  paper: ({ authors, year, title }) => `${authors}（${year}）：${title}`,
  pictures: 'G 画的',
  picturesHint: '每个时刻用的是同样的噪声',
  curves: '曲线',
  objective: '最小化的量',
  never: '无：它不训练',
  clip: ({ bound }) => `权重限制在 ±${bound} 以内`,
  settings: '设置',
  departs: '与预设不同之处',
  departsNone: '一切与预设相同。',
  departure: ({ label, value, was }) => `${label}：${value}（${was}）`,
  was: ({ value }) => `预设为 ${value}`,
  edited: '它的层经过手工修改',
  errata: '打开的流行代码错误',
  all: '全部设置',
  changed: '途中做过的改动',
  scores: '得分',
  scoresAt: ({ step, samples }) =>
    `第 ${whole(step)} 步，${whole(samples)} 个样本。重复 100 次，有 95 次的值落在区间之内。`,
  scoresNone: '没有测量过。',
  column: { measure: '指标', value: '值', interval: '95% 区间', floor: '真实样本的值' },
  value: short,
  interval: ({ low, high }) => `${short(low)} 到 ${short(high)}`,
  best: ({ step, test }) => `最佳分类器：在第 ${whole(step)} 步，判对了 ${fixed(100 * test, 1)}% 的测试样本。`,
  networks: '网络',
  parameters: ({ count }) => `${whole(count)} 个权重`,
  again: '再做一次',
  link: '打开这些设置',
  command: '或者不用网页，在项目的副本中：',
  made: '由 GAN 游乐场根据运行本身制作。这一页除了本文件之外什么也不需要。',
} satisfies Parts['report'];
