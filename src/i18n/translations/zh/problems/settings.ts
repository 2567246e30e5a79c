import { formatShape } from '../../../../core/network.ts';
import type { SettingsProblems, Unfit } from '../../../../core/problems/settings.ts';
import { say, type Words } from '../../../problems/words.ts';
import { networkProblems } from './networks.ts';

const cannotTrain = ({ recipe, data, examples }: Unfit): string =>
  `${recipe} 不能在 ${data}（${formatShape(examples)}）上训练`;
const WHAT_FITS = '请带入 28×28 或 32×32 的图像，或选择另一个系统。';

export const settingsProblems: Words<SettingsProblems> = {
  'param.number': ({ name }) => `${name} 必须是数。`,
  'param.noNumber': ({ name, text }) => `${name} 必须是数，不能是“${text}”。`,
  'param.whole': ({ name, value }) => `${name} 必须是整数，不能是 ${value}。`,
  'param.range': ({ name, min, max, value }) => `${name} 必须在 ${min} 到 ${max} 之间，不能是 ${value}。`,
  'param.choice': ({ name, options, value }) => `${name} 必须是 ${options.join('、')} 之一，不能是“${value}”。`,
  'param.switch': ({ name }) => `${name} 必须是开或关。`,
  'param.noSwitch': ({ name, text }) => `${name} 必须是 0 或 1，不能是“${text}”。`,
  'param.unknown': ({ recipe, name, known }) => `${recipe} 没有“${name}”这个参数。它有 ${known.join('、')}。`,
  'param.restart': ({ name }) => `网络已经建好，不能再改 ${name}；重置后才能生效。`,
  'recipe.unknown': ({ id, known }) => `没有“${id}”这个系统。现有的是 ${known.join('、')}。`,
  'recipe.otherData': ({ recipe, data, suited }) => `${recipe} 不在 ${data} 上训练。请选择 ${suited.join('、')}。`,
  'data.brought': () =>
    '这次运行用的是别人自己的数据，文件里没有它们：只有把它们一起保存下来的那个浏览器才能接着训练。',
  'data.unknown': ({ id, known }) => `没有“${id}”这个数据集。现有的是 ${known.join('、')}。`,
  'data.gone': () => '这些数据随上次访问结束而消失。请重新带入，或重新画。',
  'seed.range': ({ value }) => `种子必须是 0 到 4294967295 之间的整数，不能是 ${value}。`,
  'compare.unknown': ({ id, known }) => `compare 只能列出 ${known.join('、')} 中的系统，不能有“${id}”。`,
  'compare.count': ({ most }) => `compare 必须列出 2 到 ${most} 个系统，用逗号隔开。`,
  'compare.noData': ({ ids }) => `没有一个数据集同时适合 ${ids.join('、')}。`,
  'networks.unusable': ({ why }) => `这些网络不能用。${say(networkProblems, why)}`,
  'fit.layer': ({ layer, output, ...unfit }) =>
    `${cannotTrain(unfit)}：第 ${layer + 1} 层的输出会是 ${formatShape(output)}。${WHAT_FITS}`,
  'fit.drawn': ({ drawn, ...unfit }) => `${cannotTrain(unfit)}：它的生成器画出 ${formatShape(drawn)}。${WHAT_FITS}`,
  'fit.batch': ({ batch, count, ...unfit }) =>
    `${cannotTrain(unfit)}：只有 ${count} 幅图像，取不出大小为 ${batch} 的批量。请选较小的批量。`,
};
