import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { whole } = formatsOf('zh');

export const timeline = {
  label: '时间轴',
  slider: '正在看的步数',
  newest: ({ step }) => `第 ${whole(step)} 步，最新的图像`,
  past: ({ step, newest }) => `第 ${whole(step)} 步，共 ${whole(newest)} 步`,
  live: '实时',
  liveHint: '回到最新的图像',
  play: '播放',
  playHint: '依次显示各个图像',
  stop: '停止',
  next: '下一个图像',
  events: '事件',
  at: ({ what, step }) => `第 ${whole(step)} 步：${what}`,
  more: ({ count }) => `另有 ${whole(count)} 个`,
  set: ({ name, value }) => `${name} ${value}`,
  pause: '暂停',
  found: {
    strongD: '发现 D 太强',
    blindD: '发现 D 分辨不出',
    stillD: '发现 D 又平又停',
    oscillation: '发现两者绕圈',
    exploding: '发现 D 非常陡',
    nonFinite: '数值失控',
    collapse: '发现 G 模式坍塌',
    sameClass: '发现一个类别都一样',
    memorising: '发现 G 在照抄',
    idle: '发现闲置的单元',
  },
} satisfies Parts['timeline'];
