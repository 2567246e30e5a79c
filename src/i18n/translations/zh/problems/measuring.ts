import type { MeasuringProblems } from '../../../../core/problems/measuring.ts';
import { say, type Words } from '../../../problems/words.ts';
import { networkProblems } from './networks.ts';

export const measuringProblems: Words<MeasuringProblems> = {
  'measuring.every': ({ value }) => `两次测量之间的步数必须是不小于 1 的整数，不能是 ${value}。`,
  'measuring.samples': ({ least, most, value }) => `样本数必须是 ${least} 到 ${most} 之间的整数，不能是 ${value}。`,
  'measuring.none': () => '请至少选择一个指标。',
  'measuring.busy': () => '正在测量。请等它完成，或者取消它。',
  'measuring.tooMany': ({ samples, data, count, most }) =>
    `${samples} 个样本要与同样多的真实样本比较，后者又要与另外同样多的比较；而 ${data} 总共只有 ${count} 个。请最多选 ${most} 个样本。`,
  'measure.unknown': ({ id, known }) => `没有“${id}”这个指标。现有的是 ${known.join('、')}。`,
  'evaluator.missing': ({ data }) => `还没有 ${data} 的分类器。请先在质量视图中训练一个。`,
  'evaluator.points': () => '平面上的点直接测量：不需要分类器。',
  'evaluator.oneClass': () => '分类器至少需要两个类别：请为每个类别准备一个文件夹。',
  'evaluator.unfit': ({ why }) => `分类器与这些图像不符。${say(networkProblems, why)}`,
  'spectrum.noKernel': ({ network, layer }) =>
    `${network === 'generator' ? '生成器' : '判别器'}的第 ${layer} 层没有卷积核或权重矩阵。请选择别的层。`,
  'spectrum.tooLarge': ({ matrix, most }) =>
    `${matrix.join('×')} 的矩阵在这里算得太久。请选择边长不超过 ${most} 的层。`,
  'judge.count': ({ most }) => `D 一次评判 1 到 ${most} 个样本。`,
  'judge.size': ({ found, size }) => `每个样本有 ${size} 个值；${found} 个值凑不成整数个样本。`,
  'judge.value': ({ index }) => `第 ${index} 个值是样本不可能有的：亮度在 0 到 1 之间，点的坐标是有限的数。`,
  'judge.classes': ({ count, classes }) =>
    classes > 0
      ? `D 要被告知类别：${count} 个样本各需要一个 0 到 ${classes - 1} 的类别。`
      : 'D 不被告知类别：给它的样本不能带类别。',
  'latent.count': ({ most }) => `G 一次画 1 到 ${most} 个点。`,
  'latent.size': ({ found, size }) => `每个点有 ${size} 个数；${found} 个数凑不成整数个点。`,
  'latent.value': ({ index }) => `第 ${index + 1} 个分量不是数。请给出有限的数。`,
  'latent.classes': ({ count, classes }) =>
    classes === 0
      ? '这个 G 不被告知类别。请不带类别地问它。'
      : `G 要被告知类别：${count} 个点各需要一个小于 ${classes} 的类别，或者每个类别的份额。`,
  'latent.noDirections': () =>
    '这个 G 的第一层没有给 z 的每个数各自的权重，所以没有主方向。请选择以全连接层开头的网络。',
  'latent.points': () => '平面上的点没有可比较的像素。请在平面上看它们。',
  'judge.baseline': () => '这个 D 只是普通的分类器：它不分辨真实与生成。关闭“只用标签”，就能拿它来玩。',
  'deal.points': () => '单个的点看不出真假：这个游戏需要图像。',
  'deal.rounds': ({ most }) => `一局有 1 到 ${most} 轮，局号从 0 开始。`,
};
