import { formatShape } from '../../../../core/network.ts';
import type { KeepProblems, TableFaults, TensorFaults } from '../../../../core/problems/keep.ts';
import { formatsOf } from '../../../format.ts';
import { say, type Words } from '../../../problems/words.ts';
import { fetchFaultOf } from './data.ts';

const { whole } = formatsOf('zh');
const networkNames = { generator: '生成器', discriminator: '判别器' } as const;

const tensorFaults: Words<TensorFaults> = {
  'tensors.short': () => '它太短了',
  'tensors.header': () => '它放不下自己的文件头',
  'tensors.headerJson': () => '它的文件头不是 JSON',
  'tensors.entry': ({ name }) => `${name} 一项不是 float32、float16、uint8 或 uint32 的张量`,
  'tensors.outside': ({ name }) => `${name} 不在文件范围之内`,
  'tensors.gap': ({ name }) => `${name} 没有紧接着前一个张量开始`,
  'tensors.rest': () => '它的内容比文件头说的多',
  'tensors.format': ({ format }) => `其中没有标明“${format}”`,
  'tensors.later': () => '它由更新版本的游乐场写成；重新加载页面即可得到新版本',
  'tensors.metadataJson': () => '它的元数据不对',
  'tensors.networkJson': () => '它的网络不是 JSON',
  'tensors.unfit': ({ name }) => `${name} 不相符`,
};

const tableFaults: Words<TableFaults> = {
  'table.head': () => '第一行没有列出“step”和运行的各个标量',
  'table.cells': ({ line }) => `第 ${whole(line)} 行的格数与第一行不同`,
  'table.step': ({ line }) => `第 ${whole(line)} 行的步数不是大于前一行的整数`,
  'table.number': ({ line, name }) => `第 ${whole(line)} 行的 ${name} 不是数`,
};

export const keepProblems: Words<KeepProblems> = {
  'export.noPicture': () => '这次运行还没有图像：先走一步，再保存。',
  'export.noCurves': () => '这次运行还没有测得任何值：先走一步，再保存。',
  'export.noCodec': () => '这个浏览器编码不出别处能播放的影片：请改存 GIF。',
  'model.missing': ({ name, why }) =>
    `没能取到训练好的 ${name}（${fetchFaultOf(why)}）；请检查网络连接，然后再打开它。`,
  'model.damaged': ({ name }) => `训练好的 ${name} 在传输中损坏；请再打开它。`,
  'weights.bad': ({ fault }) => `读不出这些权重：${say(tensorFaults, fault)}。`,
  'weights.none': () => '这个文件里没有权重：请用 safetensors 库保存 state_dict。',
  'weights.unfit': ({ network, layer, name, found, wanted }) =>
    `这些权重与目前设置的${networkNames[network]}不符：${
      found ? `“${name}”是 ${formatShape(found)}` : `没有“${name}”`
    }，而第 ${whole(layer)} 层需要 ${formatShape(wanted)}。请在“网络”中修改它的层，或修改宽度。`,
  'weights.more': ({ network, name }) =>
    `这些权重与目前设置的${networkNames[network]}不符：它没有放“${name}”的层。请在“网络”中添加一层。`,
  'table.bad': ({ fault }) => `这不是游乐场的记录：${say(tableFaults, fault)}。`,
  'run.otherFile': ({ name }) =>
    `“${name}”既不是游乐场的运行或记录，也不是 safetensors 格式的权重；请选择从这里保存的文件。`,
  'checkpoint.bad': ({ fault }) => `这不是游乐场的检查点：${say(tensorFaults, fault)}。`,
  'images.bad': ({ fault }) =>
    `与这次运行一起保存的数据已损坏：${say(tensorFaults, fault)}。请重新带入或重新画，从头开始。`,
  'images.noRoom': ({ bytes, most }) =>
    `这些图像要占 ${whole(bytes / 1e6)} MB，除去已带入的只剩 ${whole(most / 1e6)} MB：请重新加载页面，先接着训练它。`,
  'checkpoint.notFinite': () => '有一个权重不再是有限的数；没有写入任何东西。',
  'snapshot.unfit': ({ name, found, wanted }) =>
    `保存的状态与这些网络不符：${name} ${found ? `是 ${formatShape(found)}，应为 ${formatShape(wanted)}` : '缺失'}。`,
  'evaluator.damaged': ({ fault }) => `评估用的分类器文件已损坏：${say(tensorFaults, fault)}。`,
  'evaluator.otherData': ({ known, data }) => `评估用的分类器认识的是 ${known}，不是 ${data}。`,
};
