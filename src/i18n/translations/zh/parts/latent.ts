import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { whole, short, fixed } = formatsOf('zh');

export const latent = {
  title: 'G 的潜在空间',
  kept: '留下的样本',
  keptOne: ({ place, label }) => `留下的第 ${whole(place)} 个样本${label === null ? '' : `，类别 ${label}`}`,
  more: '新的',
  moreHint: '留下一个由种子抽出的新 z',
  remove: '移除',
  removeHint: '不再保留选中的样本',
  hint: '在网格里点一个样本，它就留在这里。',
  needs: ({ count }) => `请留下 ${whole(count)} 个样本：在网格里点它们，或者抽新的。`,
  modes: '看的方式',
  mode: { between: '插值', plane: '平面', classes: '类别', directions: '方向', nearest: '最近的真实图像' },
  step: ({ step }) => `第 ${whole(step)} 步`,
  prior: {
    normal: 'z 服从正态分布，几乎都落在一个球壳上，所以沿球面的弧插值。',
    uniform: 'z 在立方体里均匀分布，所以沿直线插值。',
    unitUniform: 'z 在立方体里均匀分布，所以沿直线插值。',
  },
  between: {
    strip: ({ legs }) => `从一个留下的样本到下一个的 ${whole(legs)} 段路，每段九幅图。`,
    picture: '路上这一处的图像。',
    slider: '路上的位置',
    value: ({ far }) => `离第一个 ${fixed(far, 2)}`,
    play: '播放',
    stop: '停止',
  },
  plane: {
    pad: '过三个留下的样本的平面上的位置',
    value: ({ shares }) => shares.map((share, i) => `${'ABC'[i]} ${whole(100 * share)}%`).join('，'),
    hint: '拖动，或者用方向键：图像随之变化。',
    picture: '平面上这一处的图像。',
  },
  classes: {
    each: '同一个 z，每个类别各画一次',
    mix: '两个类别之间',
    first: '第一个类别',
    second: '第二个类别',
    share: '第二个类别的份额',
    shareValue: ({ share }) => `${whole(100 * share)}%`,
    describe: ({ count }) => `同一个 z，在 ${whole(count)} 个类别里各画一次。`,
    picture: ({ first, second, share }) =>
      `同一个 z，${whole(100 * (1 - share))}% 类别 ${first}，${whole(100 * share)}% 类别 ${second}。`,
  },
  directions: {
    about: 'G 的第一层在这些方向上最敏感。沿每个方向走走，给它做的事起个名字。',
    picture: '沿所有方向走到这里的图像。',
    strip: ({ place }) => `沿方向 ${whole(place)} 的七幅图。`,
    slider: ({ place }) => `沿方向 ${whole(place)}`,
    name: ({ place }) => `方向 ${whole(place)} 的名字`,
    unnamed: ({ place }) => `方向 ${whole(place)}`,
    share: ({ share }) => `占这一层的 ${whole(100 * share)}%`,
    again: '重新寻找',
    againHint: '训练会转动这些方向：寻找现在的',
    centre: '归零',
  },
  nearest: {
    sample: '选中的样本',
    find: '重新寻找',
    looking: '正在翻看真实图像…',
    pixels: ({ among }) => `按像素，在 ${whole(among)} 幅训练图像中`,
    features: ({ among }) => `按分类器的特征，在 ${whole(among)} 幅中`,
    row: ({ count, nearest }) => `${whole(count)} 幅真实图像，最近的距离为 ${short(nearest)}。`,
    own: ({ nearest, usual }) =>
      `距离 ${short(nearest)}。那幅真实图像离它自己最近的一幅 ${short(usual)}：${nearest < 0.5 * usual ? '这么近，就像是抄来的。' : '这不是抄它的。'}`,
  },
  manifold: {
    title: 'G 把它的空间变成什么',
    describe: ({ cells, step }) =>
      `z 上的网格，${whole(cells)} 格，每格概率相同；第 ${whole(step)} 步之后 G 把它弯进了平面。格子越小，点越密。`,
    hint: '每格里的点一样多：格子又小又深的地方，G 放的点就多。',
    real: '真实点',
    cell: 'z 的一格',
  },
  one: {
    describe: ({ place, count, label, step }) =>
      `${whole(count)} 个样本中的第 ${whole(place)} 个${label === null ? '' : `，类别 ${label}`}，第 ${whole(step)} 步之后`,
    last: '上一个样本',
    next: '下一个样本',
    keep: '留下',
    keepHint: '把这个 z 放到潜在空间的架子上',
    back: '它自己的 z',
    backHint: '撤销对 z 的改动',
    z: 'z 的每一个数',
    zHint: '拖动一根柱子；用键盘：左右选择，上下改变',
    bar: ({ place, count, value }) => `${whole(count)} 个数中的第 ${whole(place)} 个：${fixed(value, 2)}`,
    score: 'D 的评分',
    scoreHint: '目标函数所看到的',
    slopes: '什么会让 D 信服',
    slopesHint: '蓝色：变亮，琥珀色：变暗，会让 D 更相信它是真的',
    reading: '分类器读作',
    read: ({ label, percent }) => `${label}：${whole(percent)}%`,
    noReading: '这类图像还没有分类器。',
  },
} satisfies Parts['latent'];
