import { formatShape, sizeOf } from '../../../../core/network.ts';
import type {
  Cautions,
  LayerFault,
  LayerFaults,
  NetworkProblems,
  SoundnessProblems,
} from '../../../../core/problems/networks.ts';
import { say, type Words } from '../../../problems/words.ts';

/** Whoever wrote it recognises it, however long it is. */
const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
const quote = (text: string): string => `“${shorten(text)}”`;
const millions = (n: number): string => (n < 1e21 ? `${Math.ceil(n / 1e6).toLocaleString('zh')} 百万` : '无穷多');
const allowed = (most: number): string => `最多允许 ${millions(most)}。`;

/** They go on after the layer's name. */
export const layerFaults: Words<LayerFaults> = {
  'layer.unknown': ({ text, known }) => `没有${quote(text)}这种层。现有的是 ${known.join('、')}。`,
  'layer.miswritten': ({ text, example }) => `${quote(text)}不符合这种层的写法，正确的写法例如 ${example}。`,
  'layer.range': ({ text, field, value, min, max }) =>
    `${quote(text)}中的 ${field} 必须在 ${min} 到 ${max} 之间，不能是 ${shorten(value)}。`,
  'layer.shape': ({ text }) => `${quote(text)}必须写一个数，或者高度、宽度和通道数。`,
  'layer.nestedBranch': () => '分支不能再有自己的分支。',
  'layer.inBranch': ({ layer, fault }) => `其分支的第 ${layer + 1} 层：${layerFaultOf(fault)}`,
  'layer.needsImage': ({ kind, input }) => `${kind} 需要图像（高×宽×通道），得到的却是 ${formatShape(input)}。`,
  'layer.needsVector': ({ kind, input }) =>
    `${kind} 需要向量，得到的却是 ${formatShape(input)}；请在它前面加一个 flatten。`,
  'layer.kernelTooLarge': ({ side, input }) => `${side}×${side} 的卷积核放不进 ${formatShape(input)}。`,
  'layer.windowTooLarge': ({ side, input }) => `${side}×${side} 的窗口放不进 ${formatShape(input)}。`,
  'layer.reshape': ({ input, output }) =>
    `${formatShape(input)}（${sizeOf(input)} 个值）不能变形为 ${formatShape(output)}（${sizeOf(output)} 个值）。`,
  'layer.noClasses': () => '它要用到类别，而这个预设的网络没有被告知类别。',
  'layer.otherClasses': ({ asked, given }) => `它为 ${asked} 个类别而设，数据却有 ${given} 个。`,
  'layer.output': ({ output }) => `它的输出会是 ${formatShape(output)}。`,
  'layer.weights': ({ count, most }) => `加上它，网络有 ${millions(count)}个权重；${allowed(most)}`,
  'layer.values': ({ count, most, batch }) =>
    `加上它，大小为 ${batch} 的批量在各层共产生 ${millions(count)}个数；${allowed(most)}`,
  'layer.products': ({ count, most, batch }) =>
    `加上它，大小为 ${batch} 的批量需要 ${millions(count)}次乘法；${allowed(most)}`,
  'layer.missing': () => '没有这一层：网络至少需要一层。',
  'layer.tooMany': ({ most }) => `网络最多只能有 ${most} 层。`,
  'layer.noPoints': ({ recipe }) => `${recipe} 没有用于平面上的点的网络。`,
};

/** What is wrong with a layer, to go on after its name. */
const layerFaultOf = (fault: LayerFault): string => say(layerFaults, fault);

export const networkProblems: Words<NetworkProblems> = {
  'network.layer': ({ network, layer, fault }) =>
    `${network ? `${network} 的` : ''}第 ${layer + 1} 层：${layerFaultOf(fault)}`,
};

export const soundnessProblems: Words<SoundnessProblems> = {
  'sound.shapes': ({ drawn, judged, examples }) =>
    `G 画出 ${formatShape(drawn)}，D 评判 ${formatShape(judged)}，而样本是 ${formatShape(examples)}。`,
  'sound.outputs': ({ output, outputs, classes }) =>
    classes
      ? `D 的末端必须给每个类别和“生成”各一个数，共 ${outputs} 个，不能是 ${formatShape(output)}。`
      : `D 的末端必须给每个样本一个数，不能是 ${formatShape(output)}。`,
  'sound.unbounded': () => '这个目标函数需要权重裁剪或梯度惩罚：否则 D 只要越来越陡，损失就会无止境地下降。',
  'sound.noProbability': () => '不能惩罚概率的梯度：在这个目标函数下，D 的输出不是概率。',
};

export const cautions: Words<Cautions> = {
  'caution.coupled': () => 'D 按批归一化，每个样本的输出都依赖其他样本，所以被惩罚的梯度并不是它自己的。',
  'caution.slopeNearData': () => '这种惩罚只在真实数据附近约束 D 的斜率。真实样本与生成样本之间没有任何约束。',
  'caution.momentum': () => '裁剪权重时，动量可能使训练不稳定；论文因此使用 RMSProp。',
  'caution.range': ({ range, activation }) =>
    `像素的取值是 ${range === 'symmetric' ? '−1' : '0'} 到 1。G 的末端不是 ${activation}，可能画出像素没有的值。`,
  'caution.squashed': () => 'D 的末端是一个激活函数。损失需要的是未经变换的数，变换由损失自己来做。',
  'caution.untold': ({ network }) => `${network} 没有一层得知类别，所以 ${network} 无法顾及类别。`,
};
