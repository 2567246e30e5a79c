import type { Shape } from '../../../../lessons/sketch.ts';
import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { whole, short } = formatsOf('zh');

const GOES: Readonly<Record<Shape, string>> = {
  rises: '上升',
  falls: '下降',
  level: '保持平稳',
  peaks: '先升后降',
  dips: '先降后升',
};
const WENT: Readonly<Record<Shape, string>> = { ...GOES, rises: '上升了', falls: '下降了' };

export const lessons = {
  title: {
    game: '两个网络，一场博弈',
    'one-step': '慢慢走一步',
    collapse: '模式坍塌',
    steep: '陡峭的梯度与 DRAGAN',
    'two-losses': '同一个愿望的两种损失',
    held: '裁剪、惩罚与 DRAGAN',
    'batch-norm': '批归一化',
    'strong-d': 'D 太强的时候',
    scores: '得分能说明什么',
    class: '把类别作为输入',
    labels: '从 25 个标签学习',
    'dcgan-rules': 'DCGAN 的规则',
    errata: '找出哪里错了',
  },
  label: '课程',
  place: ({ place, count }) => `第 ${whole(place)} 课，共 ${whole(count)} 课`,
  list: '全部课程',
  opening: {
    title: '伪造者与鉴定者',
    says: [
      '这里的每个数字都是编造的。G 是伪造者，把随机数变成图像；D 是鉴定者，见过真实的数字，说出每一个看起来有多真。',
      '谁也看不到对方的内部：G 只从 D 的判断中学习，D 则从受骗中学习。',
      '这场竞赛就是生成对抗网络。本页在你的浏览器里实时训练它们。',
    ],
    learn: '看它从零学起',
    first: '第一课',
    goOn: ({ title }) => `继续：${title}`,
    lessons: '全部课程',
  },
  game: {
    label: '这场博弈',
    describe: ({ fake, real }) =>
      `随机的 z 经过 G 变成一个生成的数字，D 对它的判断是 ${fake}；对一个真实的数字，D 的判断是 ${real}。`,
    z: 'z，随机',
    g: '伪造者',
    d: '鉴定者',
    fake: '伪造的',
    real: '真实的',
    asked: '真实？',
    waiting: '…',
    probability: ({ value }) => `${whole(100 * value)}%`,
    raw: ({ value }) => short(value),
  },
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
    right: '正是这个。',
    wrong: '那样的话看起来会不同。请再看一看，重新回答。',
    unclear: '这一次哪个都不是',
  },
  draw: {
    label: ({ name }) => `你的曲线：${name}`,
    how: '用手指、鼠标或笔来画。用键盘：←\u00a0→ 左右移动，↑\u00a0↓ 升高和降低。',
    point: ({ step, value }) => `第 ${whole(step)} 步为 ${value}`,
    nothing: '还没有画',
    step: '步',
    yours: '你画的',
    real: '实际发生的',
    both: ({ name }) => `${name}：你的曲线和实际发生的`,
    sentence: ({ expected, found }) =>
      expected === found
        ? `你预计它会${GOES[expected]}，它确实如此。`
        : `你预计它会${GOES[expected]}；实际上它${WENT[found]}。`,
    apart: ({ share }) => `你的曲线与它平均相差坐标轴的 ${whole(100 * share)}%。`,
  },
  why: '为什么',
  more: '试一试',
  hint: '怎么办',
  read: '通读',
  doIt: '自己动手',
  print: '打印本课',
  result: '看结果',
  toLesson: '回到课程',
  back: '返回',
  next: '下一步',
  skip: '跳过，我知道',
  failed: '这次运行无法继续。请再运行一次。',
} satisfies Parts['lessons'];
