import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { fixed, short, whole } = formatsOf('zh');

/** Equal images are infinitely alike. */
const decibels = (value: number | null): string =>
  value === null ? '–' : `${Number.isFinite(value) ? fixed(value, 1) : '∞'} dB`;

const alike = ({ noun }: { noun: string }): string => `比真实${noun}彼此之间还要像，或者是照抄。`;
const clearer = ({ noun }: { noun: string }): string => `比真实${noun}更清楚，或者在各类别上更均匀。`;

export const quality = {
  label: '质量',
  now: '现在测量',
  cancel: '取消',
  every: '每隔',
  everySteps: ({ steps }) => `${whole(steps)} 步`,
  onlyNow: '只在要求时',
  samples: '样本数',
  samplesHint: '拿这么多生成样本与同样多的真实样本比较。越多越慢，也越确定。',
  everyHint: '测量时训练照常进行，只是稍慢。如果一次测量的时间超过间隔，下一次就等着。',
  choose: '指标',
  view: {
    label: '视图',
    curves: '曲线',
    table: '表格',
    classes: '类别',
    modes: '模式',
    means: '均值',
    gradient: '梯度',
  },
  stage: {
    evaluator: () => '正在获取分类器…',
    data: () => '正在等待其余数据…',
    samples: ({ step, percent }) => `第 ${whole(step)} 步：G 在画样本，${whole(percent)}%`,
    features: ({ step, percent }) => `第 ${whole(step)} 步：分类器在看，${whole(percent)}%`,
    measures: ({ step, percent }) => `第 ${whole(step)} 步：正在比较，${whole(percent)}%`,
  },
  training: ({ percent }) => `正在为这些图像训练分类器，${whole(percent)}%`,
  missing: '图像好不好由分类器评判。这些图像还没有分类器。可以在这里按它们的类别训练一个；大约需要一分钟。',
  train: '训练分类器',
  weak: ({ percent }) => `这里训练的分类器只判对了 ${fixed(percent, 1)}% 的留出图像。请谨慎看待这些得分。`,
  trained: ({ percent }) => `由这里训练的分类器评判，它判对了 ${fixed(percent, 1)}% 的留出图像。`,
  emptyThen: '这一步还没有测量过。',
  empty: '还没有测量过。“现在测量”给 G 在这一步画出的样本打分。',
  column: {
    measure: '指标',
    value: '值',
    interval: '95% 区间',
    low: '95% 区间自',
    high: '至',
    floor: ({ noun }) => `真实${noun}的值`,
  },
  caption: ({ step, samples, noun }) =>
    `第 ${whole(step)} 步，${whole(samples)} 个样本。“真实${noun}的值”是对另外一些真实${noun}测得的同一指标。`,
  noun: { digits: '数字', images: '图像', points: '点' },
  floor: ({ value, noun }) => `真实${noun} ${short(value)}`,
  beyondByChance: ({ noun }) => `比真实${noun}还好，但在区间之内：可能出于偶然。`,
  reading: ({ step, name, value, floor, noun }) =>
    `第 ${whole(step)} 步：${name} ${short(value)}，真实${noun} ${short(floor)}`,
  measuredOn: ({ samples }) => `${whole(samples)} 个样本`,
  direction: {
    higher: () => '越高越好',
    lower: () => '越低越好',
    half: () => '½ 最好',
    floor: ({ noun }) => `越接近真实${noun}越好`,
  },
  chart: ({ name, noun }) => `${name}随训练步数的变化，以及真实${noun}的值`,
  pick: '指标',
  confusion: ({ step }) => `要求的每个类别（行）被分类器认成各类别（列）的百分比。第 ${whole(step)} 步`,
  confusionCell: ({ wanted, found, percent }) => `要求 ${wanted}，认成 ${found}：${whole(percent)}%`,
  shares: ({ step }) => `第 ${whole(step)} 步，各类别在样本中的占比`,
  modeShares: ({ step }) => `第 ${whole(step)} 步，各模式处的点的占比`,
  noClasses: '选择“类别一致率”或“模式覆盖”并测量，这里就会显示各个类别。',
  noModes: '选择“找到的模式”并测量，这里就会显示 G 画出了哪些模式。',
  means: {
    caption: ({ step }) => `每个类别的平均图像：上为真实，下为生成。第 ${whole(step)} 步`,
    value: ({ value }) => decibels(value),
    floor: ({ value, noun }) => `真实${noun} ${decibels(value)}`,
    over: ({ compared, classes }) => `PSNR，${whole(classes)} 个类别中的 ${whole(compared)} 个`,
    warning: '越高越好，但它看不出坍塌到均值：如果一类的样本全都一样，取平均就掩盖了这一点。',
    real: ({ count, name }) => `${name} 的 ${whole(count)} 幅真实图像的均值`,
    fake: ({ count, name }) => `${name} 的 ${whole(count)} 幅生成图像的均值`,
    none: '无',
    gone: '只保留最近一次测量的平均图像。再测一次即可看到。',
  },
  sees: '看得出',
  blind: '看不出',
  measure: {
    frechet: {
      name: '弗雷歇距离',
      sees: '样本的特征与真实样本的特征在均值和离散程度上差多远。',
      blind: '均值和离散程度以外的一切；样本越少，它越大。',
      beyond: alike,
    },
    agreement: {
      name: '类别一致率',
      sees: '分类器认出 G 被要求的类别的比例。',
      blind: '多样性：每类有一个好样本就够了。',
      beyond: ({ noun }) => `比真实${noun}更清楚，真实${noun}中有些会被分类器认错。`,
    },
    coverage: {
      name: '模式覆盖',
      sees: 'G 至少偶尔会画出多少个类别。',
      blind: '类别内部的坍塌，以及画得好不好。',
      beyond: ({ noun }) => `比同样多的真实${noun}碰巧涉及的类别还多。`,
    },
    classVariety: {
      name: '类内多样性',
      sees: '与真实样本相比，同一类的样本有多大差别：取差别最小的那一类。',
      blind: '画得好不好，以及缺少的类别。',
      beyond: ({ noun }) => `类内的分布比真实${noun}还宽。`,
    },
    modesFound: {
      name: '找到的模式',
      sees: '数据的各个簇中，有生成点的占多少。',
      blind: '落在簇与簇之间的点。',
      beyond: ({ noun }) => `比同样多的真实${noun}碰巧落到的簇还多。`,
    },
    highQuality: {
      name: '高质量点',
      sees: '离某个簇的中心不超过三个标准差的点占多少。',
      blind: '缺少的簇。',
      beyond: ({ noun }) => `比分散的真实${noun}更靠近中心。`,
    },
    neighbourTest: {
      name: '1-近邻检验',
      sees: '样本的最近邻与它同属一种的比例：真实与生成完全分得开时为 1。',
      blind: '两者相距多远；低于 ½，说明样本就落在真实样本上。',
      beyond: null,
    },
    precision: {
      name: '精确率',
      sees: '落在真实样本所在之处的样本占多少。',
      blind: '多样性。',
      beyond: ({ noun }) => `比真实${noun}更普通，真实${noun}中有些并不寻常。`,
    },
    recall: {
      name: '召回率',
      sees: '落在生成样本所在之处的真实样本占多少。',
      blind: '好样本中的坏样本。',
      beyond: ({ noun }) => `分布比真实${noun}还宽。`,
    },
    kid: {
      name: 'KID',
      sees: '特征在均值、离散程度和偏度上的差别，与样本多少无关。',
      blind: '特征没有包含的细节；它可能略低于 0。',
      beyond: alike,
    },
    mmd: {
      name: '核 MMD',
      sees: '两个特征分布在某一尺度上的任何差别。',
      blind: '比这个尺度精细得多或粗略得多的差别。',
      beyond: alike,
    },
    wasserstein: {
      name: '推土机距离',
      sees: '要把样本一一移成真实样本，需要移多远。',
      blind: '看不出的很少，但真实样本彼此也相距很远：请在样本数相同时比较。',
      beyond: alike,
    },
    inceptionScore: {
      name: 'Inception 分数',
      sees: '每个样本是否明确属于某一类，以及各类是否都出现。',
      blind: '真实样本：它根本不看真实样本，也看不出类内的坍塌。',
      beyond: clearer,
    },
    modeScore: {
      name: '模式分数',
      sees: '与 Inception 分数相同，但各类的频率与真实数据不同时要扣分。',
      blind: '类内的坍塌。',
      beyond: clearer,
    },
    classDivergence: {
      name: '类别 KL 散度',
      sees: '各类的频率是否与真实数据相同。',
      blind: '画得好不好，以及类内的坍塌。',
      beyond: ({ noun }) => `比同样多的真实${noun}更接近各类的占比。`,
    },
    nearestReal: {
      name: '最近的真实样本',
      sees: '样本离最近的真实样本有多远；如果远低于真实样本的值，就是在照抄。',
      blind: '多样性。',
      beyond: null,
    },
    birthday: {
      name: '支撑集大小',
      sees: '由有多少对样本看起来相同，估计 G 大约有多少种不同的样本。',
      blind: '画得好不好；偶然性很大，只有数量级可信。',
      beyond: ({ noun }) => `看起来相同的比同样多的真实${noun}中还少。`,
    },
    meanImage: {
      name: '平均图像的 PSNR',
      sees: '每个类别的平均图像是否正确，做法与研究 DRAGAN 时相同。',
      blind: '坍塌到均值，那样得分反而最高。',
      beyond: ({ noun }) => `比同样多的真实${noun}更接近均值：是不是太像了？`,
    },
  },
} satisfies Parts['quality'];
