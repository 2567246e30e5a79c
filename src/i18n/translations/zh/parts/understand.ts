import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { decimal } = formatsOf('zh');

export const understand = {
  label: '目标函数、上一步和论文',
  d: 'D 最小化',
  g: 'G 最小化',
  never: '无：它不训练',
  clip: ({ bound }) => `权重限制在 ±${decimal(bound)} 以内`,
  letter: ({ letter, value }) => `${letter} = ${decimal(value)}`,
  light: '把它在损失图中的曲线画粗，再按一次恢复',
  spoken: {
    E: '均值',
    '[': '（',
    ']': '）',
    '−': '减',
    '+': '加',
    '½': '二分之一',
    '²': '的平方',
    '|': '给定',
    σ: 'sigmoid',
    λ: '拉姆达',
    γ: '伽马',
    δ: '德尔塔',
    ε: '艾普西隆',
    '∇': '梯度',
    θ: '西塔',
    η: '伊塔',
    _: '',
    '∼': '取自',
    '←': '变为',
    ₓ: '',
  },
  norm: ({ inside }) => `（${inside}）的范数`,
  step: { before: '之前', after: '之后', later: '暂停并单步走：每一步做了什么，会写在这里。' },
  paper: { title: '论文', link: ({ arxiv }) => `arXiv:${arxiv}` },
} satisfies Parts['understand'];
