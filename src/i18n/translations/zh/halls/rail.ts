/** The rail: a lesson or settings. */
import { formatsOf } from '../../../format.ts';
import type { Halls } from '../../../texts.ts';

const { whole } = formatsOf('zh');

export const rail = {
  rail: {
    label: '课程或设置',
    mode: { lesson: '课程', settings: '设置' },
    hide: '收起这一栏',
  },
  settings: {
    title: '设置',
    show: '展开收起的栏',
    defaults: '默认值',
    more: '更多',
    count: ({ count }) => `${whole(count)} 项设置`,
    networks: '网络',
    layers: ({ g, d }) => `${whole(g)} 层和 ${whole(d)} 层`,
    committed: ({ count }) => (count === 0 ? '已全部更正' : `${whole(count)} 处与原代码相同`),
    help: ({ label }) => `说明：${label}`,
    noHelp: '说明没能加载。',
    exact: ({ label }) => `${label}，精确值`,
    refused: ({ value, why }) => `没有采用 ${value}。${why}一切保持原样。`,
    on: '开',
    off: '关',
    group: {
      run: '运行',
      labels: '标签',
      objective: '目标函数',
      gradient: 'D 的梯度',
      optimizer: '优化器',
      sampling: '采样',
      errata: '流行代码的勘误',
    },
    groupHelp: {
      run: '',
      labels: 'D 看到全部数字，但只被告知其中少数的类别。',
      objective: '',
      gradient: '',
      optimizer: '',
      sampling: '',
      errata: '广为流传的代码与论文不一致的地方。关为正确；打开一项，看看它造成什么。',
    },
  },
} satisfies Halls['rail'];
