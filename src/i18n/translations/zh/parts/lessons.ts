import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { fixed, whole, short } = formatsOf('zh');

export const lessons = {
  title: {
    game: '两个网络，一场博弈',
    'one-step': '慢慢走一步',
    collapse: '模式坍塌',
    steep: '陡峭的梯度与 DRAGAN',
  },
  label: '课程',
  place: ({ place, count }) => `第 ${whole(place)} 课，共 ${whole(count)} 课`,
  list: '全部课程',
  opening: '开头',
  minutes: ({ minutes }) => `${whole(minutes)} 分钟`,
  passed: ({ passed, steps }) =>
    passed === steps ? '已完成' : passed === 0 ? '' : `${whole(steps)} 步中的 ${whole(passed)} 步`,
  stepOf: ({ step, steps }) => `第 ${whole(step)} 步，共 ${whole(steps)} 步`,
  run: {
    train: ({ steps }) => `训练 ${whole(steps)} 步并观察`,
    stepD: '让 D 走一步',
    stepG: '让 G 走一步',
    stepBoth: '两者各走一步',
    again: '再运行一次',
    goOn: '继续',
    first: '先选择你的预测。',
    firstDraw: '先画出你的预测。',
    firstSet: '先选择一个设置。',
  },
  running: ({ step, until }) => `第 ${whole(step)} 步，到第 ${whole(until)} 步为止`,
  preparing: '正在准备运行',
  goal: {
    label: '测得',
    count: ({ value }) => whole(value),
    share: ({ value }) => `${whole(100 * value)}%`,
    number: ({ value }) => short(value),
    atLeast: ({ target }) => `至少 ${target}`,
    atMost: ({ target }) => `至多 ${target}`,
    none: '没有测量',
    met: '达到了',
    unmet: '还没有',
  },
  compare: {
    predicted: '你的预测',
    happened: '实际发生的',
    same: '与你的预测一致。',
    other: '与你的预测不同：能学到东西的地方就在这里。',
    unclear: '这一次哪个都不是',
  },
  why: '为什么',
  more: '试一试',
  hint: '怎么办',
  back: '返回',
  next: '下一步',
  skip: '跳过，我知道',
  finished: ({ title }) => `完成。下一课：${title}`,
  finishedAll: '完成。这是最后一课。',
  failed: '这次运行无法继续。请再运行一次。',
  draw: {
    label: ({ name }) => `你画的${name}曲线`,
    point: ({ step, value }) => `第 ${whole(step)} 步为 ${fixed(value, 2)}`,
  },
} satisfies Parts['lessons'];
