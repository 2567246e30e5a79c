import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { fixed, short, whole } = formatsOf('zh');

const percent = (share: number): string => `${whole(100 * share)}%`;

export const play = {
  title: '与两个网络较量',
  as: { label: '你扮演谁', D: '扮演 D', G: '扮演 G', data: '画数据' },
  waits: '运行一打开，你就可以在这里取代其中一个网络。',
  again: '再来一局',
  d: {
    what: ({ rounds }) =>
      `${whole(rounds)} 幅图像，一次一幅：有些是真实的，有些是 G 刚画的。请分辨真假，看看你和 D 谁更准。`,
    begin: '开始',
    dealing: 'G 正在画，真实图像正在读取…',
    round: ({ round, rounds }) => `第 ${whole(round)} 幅，共 ${whole(rounds)} 幅`,
    asked: ({ label }) => `类别：${label}`,
    image: ({ round }) => `第 ${whole(round)} 幅图像，真实或生成`,
    real: '真实',
    generated: '生成',
    keys: '按键：R 或 ← 为真实，G 或 → 为生成。',
    right: ({ right, rounds }) => `${whole(rounds)} 幅中你答对了 ${whole(right)} 幅。`,
    interval: ({ share, low, high }) =>
      `${percent(share)}；图像这么少，真实水平在 ${percent(low)} 到 ${percent(high)} 之间都有可能。`,
    dHad: ({ right, rounds }) => `同样的 ${whole(rounds)} 幅，D 判对了 ${whole(right)} 幅。`,
    dAsYou: ({ share }) => `误报率与你相同时，D 在另外 512 幅上的准确率是 ${percent(share)}。`,
    source: ({ step, heldOut }) =>
      heldOut
        ? `G 和 D 取自第 ${whole(step)} 步之后；真实图像来自测试集，没有参与训练。`
        : `G 和 D 取自第 ${whole(step)} 步之后；真实图像来自训练集：这次运行没有留出图像。`,
    curve: {
      title: 'D 在各个阈值下的表现，以及你',
      falseAlarms: '生成的，判为真实',
      hits: '真实的，判为真实',
      you: '你',
      describe: ({ area, hits, falseAlarms, yours }) =>
        `D 的 ROC 曲线，曲线下面积 ${short(area)}。在自己的阈值下，D 把 ${percent(hits)} 的真实图像和 ${percent(falseAlarms)} 的生成图像判为真实${yours ? `；你是 ${percent(yours.hits)} 和 ${percent(yours.falseAlarms)}` : ''}。`,
    },
    wrong: '你答错的',
    none: '没有：你全都答对了。',
    was: ({ real }) => (real ? '真实' : '生成'),
    wasImage: ({ round, real }) => `第 ${whole(round)} 幅图像是${real ? '真实' : '生成'}的`,
  },
  g: {
    what: '画一个会让 D 当真的图像。',
    pad: '你的画',
    padKeys:
      '方向键移动光标，按住 Shift 一次移动四个像素。空格键在光标处落笔。回车键放下或抬起画笔；画笔放下时移动就会画线。Delete 键撤销。',
    describe: ({ ink, score }) => `你的画：涂了 ${percent(ink)}。${score}`,
    undo: '撤销',
    undoKey: '撤销（Ctrl+Z）',
    clear: '清空',
    erase: '橡皮',
    mnist: '像 MNIST 那样居中',
    mnistHint: '把较长的一边缩放到 28 个像素中的 20 个，再把质心移到中央，正如 MNIST 的作者所做',
    colour: '颜色',
    asked: '画的类别',
    slopes: '什么能说服 D',
    brighter: '越亮越真实',
    darker: '越暗越真实',
    step: '朝“真实”走一步',
    stepHint: '让每个像素沿 D 输出的斜率移动，G 学习时也是这样',
    stuck: '沿斜率再走一步也不能更说服 D 了：换个方向吧。',
    score: 'D 的判断',
    probability: ({ score }) => `${percent(score)} 真实`,
    raw: ({ score }) => `${short(score)}，原始输出`,
    scoreSaid: ({ score }) => `D 说：${score}。`,
    coming: 'D 正在看…',
    reads: '分类器读作',
    readsAs: ({ label, share }) => `${label}：${percent(share)}`,
    noReader: '这些图像还没有分类器；可以在“质量”里训练一个。',
  },
  p: {
    what: '把点放到 D 会当真的地方：点一下添加，拖动可移动，连点两下拿走。',
    pad: '你在平面上的点',
    padKeys:
      '方向键移动光标，按住 Shift 移动得更远。空格键在光标处放一个点，或者拿起那里的点；再按一次空格键放下。Delete 键拿走。',
    count: ({ count, most }) => `${whole(most)} 个点中已放 ${whole(count)} 个`,
    mean: 'D 的平均判断',
    step: '沿箭头走一步',
    stepHint: '让每个点沿 D 输出的斜率移动，G 学习时也是这样',
    clear: '全部拿走',
    point: ({ x, y }) => `（${fixed(x, 2)}，${fixed(y, 2)}）`,
  },
  data: {
    what: '在平面上涂出数据所在的地方：画笔停留越久，点越密。然后看看 G 能不能找到它。',
    pad: '你的分布',
    padKeys:
      '方向键移动光标，按住 Shift 移动得更远。空格键在光标处涂一下。Enter 键放下或提起画笔；画笔放下时，移动就会涂画。Delete 键撤销。',
    describe: ({ count }) => `你的分布：${whole(count)} 个点`,
    count: ({ count }) => `${whole(count)} 个点`,
    full: ({ count }) => `${whole(count)} 个点：不能再多了。`,
    brush: '画笔',
    name: '名称',
    untitled: '我的点',
    train: '用它训练',
    save: '保存这些点',
    saveHint: '存为 points.npy，供 Python 使用',
  },
} satisfies Parts['play'];
