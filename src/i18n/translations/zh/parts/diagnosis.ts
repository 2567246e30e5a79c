import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { decimal, whole } = formatsOf('zh');

export const diagnosis = {
  label: '可能出了什么问题',
  since: ({ step }) => `从第 ${whole(step)} 步起`,
  others: ({ count }) => `另有 ${whole(count)} 条`,
  dismiss: ({ title }) => `不再提示：${title}`,
  apply: ({ changes }) => `设置${changes}`,
  restart: ({ changes }) => `重新开始，${changes}`,
  change: ({ name, value }) => `${name}为 ${value}`,
  rule: {
    strongD: {
      title: 'D 太强',
      sentence: '它对每个样本都很有把握，G 学不到任何东西。',
    },
    blindD: {
      title: 'D 分辨不出',
      sentence: '它给真实样本和生成样本打同样的分，G 没有可以学习的对象。',
    },
    stillD: {
      title: 'D 停住了',
      sentence: '它变得平坦，评分停在分不出真假的地方：G 没有可以学习的对象。',
    },
    oscillation: {
      title: '两个网络互相绕圈',
      sentence: 'D 的评分有规律地大幅摆动，没有稳定下来。',
    },
    exploding: {
      title: 'D 变得非常陡',
      sentence: ({ begin, norm }) =>
        `它在真实数据附近的梯度从 ${decimal(begin)} 变到了 ${decimal(norm)}：极小的变化就决定一切。`,
    },
    nonFinite: {
      title: '数值失控',
      sentence: '更新的幅度太大，以致有一个损失不再是有限的数。',
    },
    collapse: {
      title: 'G 发生了模式坍塌',
      sentence: '它画出的样本差别太小：真实数据有很多从未被画出。',
    },
    sameClass: {
      title: ({ label }) => `G 画的“${label}”都一个样`,
      sentence: ({ percent }) =>
        `不论 z 是什么，它们之间的差别只有真实样本的 ${decimal(percent)}%。其他类别见“内部”标签页。`,
    },
    memorising: {
      title: 'G 在照抄样本',
      sentence: '它画出的样本比其他真实样本更接近训练样本。',
    },
    idle: {
      title: ({ network }) => `${network} 的一部分没有起作用`,
      sentence: ({ kind, layer, percent }) =>
        kind === 'dead'
          ? `第 ${whole(layer)} 层有 ${whole(percent)}% 的单元对每个样本都是零，而且不再变化。`
          : `第 ${whole(layer)} 层有 ${whole(percent)}% 的输出处于两端，在那里学不到任何东西。`,
    },
  },
} satisfies Parts['diagnosis'];
