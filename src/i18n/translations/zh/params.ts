import type { Texts } from '../../texts.ts';

const optimizers = { adam: 'Adam', rmsProp: 'RMSProp', sgd: 'SGD' };

export const params = {
  width: {
    label: '宽度',
  },
  batch: {
    label: '批量大小',
  },
  weights: {
    label: 'G 的权重',
    option: { current: '最新', average: '滑动平均' },
  },
  averageDecay: {
    label: '滑动平均的记忆',
  },
  labels: {
    label: '有标签的数字',
    option: { '20': '20', '25': '25', '50': '50', '100': '100', '1000': '1000', all: '全部' },
  },
  baseline: {
    label: '只用标签',
  },
  labelledBatch: {
    label: '每批有标签的数量',
  },
  labelledShift: {
    label: '有标签数字的平移',
  },
  classWeight: {
    label: '类别项的权重',
  },
  adversarial: {
    label: 'G 欺骗 D',
  },
  matching: {
    label: '特征匹配',
  },
  classifierDecay: {
    label: '分类器的记忆',
  },
  examineEvery: {
    label: '每隔多少步测验',
  },
  lrG: {
    label: 'G 的学习率',
  },
  lrD: {
    label: 'D 的学习率',
  },
  beta1: {
    label: 'β₁，动量',
  },
  beta2: {
    label: 'β₂，尺度的记忆',
  },
  objective: {
    label: '目标函数',
    option: {
      crossEntropy: '交叉熵',
      minimax: '极小极大',
      leastSquares: '最小二乘',
      hinge: '合页损失',
      wasserstein: 'Wasserstein',
      relativistic: '相对平均',
    },
    note: {
      crossEntropy: 'G 提高判为“真实”的概率：即使 D 已经看穿，G 仍有梯度。',
      minimax: 'G 降低判为“生成”的概率，即 2014 年论文的第一个公式。D 很有把握时，G 的梯度几乎为零。',
      leastSquares: 'D 的输出被拉向给定的数值。离决策边界很远的样本也有拉力。',
      hinge: '把 D 推过一个间隔，过了就不再推。',
      wasserstein: 'D 估计一个距离。必须用惩罚或裁剪限制它的斜率。',
      relativistic: 'D 作比较：真实样本平均而言是否比生成样本更真实？G 也从真实样本中学习。',
    },
  },
  smoothing: {
    label: '标签平滑 s',
  },
  coding: {
    label: '目标值 a, b, c',
    option: { binary: '0, 1, 1', pearson: '−1, 1, 0' },
  },
  penalty: {
    label: '对 D 的约束',
    option: {
      none: '无',
      dragan: 'DRAGAN 惩罚',
      wganGp: 'WGAN-GP 惩罚',
      r1: 'R1 惩罚',
      clip: '权重裁剪',
    },
    note: {
      none: 'D 的斜率不受任何约束。请留意梯度曲线。',
      dragan: '在真实数字周围，把梯度范数拉向 k。',
      wganGp: '在真实数字与生成数字的连线上，把梯度范数拉向 k。',
      r1: '在真实数字处，让梯度范数的平方保持很小。',
      clip: 'D 每次更新之后，每个权重都被截断到 ±c 以内。',
    },
  },
  gamma: {
    label: 'γ，惩罚权重',
  },
  clip: {
    label: '裁剪到 ±c',
  },
  kD: {
    label: 'D 的更新次数',
  },
  kG: {
    label: 'G 的更新次数',
  },
  optimizerG: {
    label: 'G 的优化器',
    option: optimizers,
  },
  optimizerD: {
    label: 'D 的优化器',
    option: optimizers,
  },
  rho: {
    label: 'ρ，尺度的记忆',
  },
  momentum: {
    label: 'μ，动量',
  },
  statistics: {
    label: '统计量取自',
    option: { running: '训练过程', batch: '这组图像' },
    note: {
      running: '取训练中的滑动平均：每个数字单独生成。',
      batch: '取画面上这些数字的均值和方差，与训练时一样：每个数字都依赖其他数字。',
    },
  },
  resize: {
    label: '放大方式',
    option: { bilinear: '插值', pad: '加边' },
  },
  splitByPosition: {
    label: '按位置划分测试集',
  },
  stretch: {
    label: '逐个拉伸样本',
  },
  lambda: {
    label: 'λ，惩罚权重',
  },
  noise: {
    label: '噪声 δ',
    option: { gaussian: '高斯', uniform: '均匀，有正有负' },
  },
  noiseScale: {
    label: '噪声尺度 c',
  },
  k: {
    label: '目标 k',
  },
  size: {
    label: '图像边长',
    option: { '28': '28×28', '32': '32×32' },
  },
  dNorm: {
    label: 'D 的归一化',
    option: { none: '无', layer: '层', batch: '批' },
    note: {
      none: '每个数字的评分只取决于自己，梯度也是。',
      layer: '统计量取自单个数字：每个数字仍有自己的梯度，而惩罚针对的正是它。',
      batch: '统计量取自整批：每个数字的评分都依赖其他数字，梯度也是。',
    },
  },
  bnEpsilon: {
    label: '批归一化的 ε 取 0.8',
  },
  sampleTraining: {
    label: '在训练模式下采样',
  },
  columnNorm: {
    label: '只按列求范数',
  },
  positiveNoise: {
    label: '只会变亮的噪声',
  },
  mixTest: {
    label: '测试数字也用于训练',
  },
  scaledTwice: {
    label: '像素缩放两次',
  },
  labelsByPosition: {
    label: '按批内位置定标签',
  },
  swappedRates: {
    label: '学习率互换',
  },
  chosenOnTest: {
    label: '在测试集上选模型',
  },
  logOfRounded: {
    label: 'softmax 之后取 log(p + 10⁻⁸)',
  },
  sharedStatistics: {
    label: '两个优化器都改动统计量',
  },
  penaliseSigmoid: {
    label: '惩罚概率的梯度',
  },
} satisfies Texts['param'];
