import type { DataProblems, FetchFault, FetchFaults, ManifestFaults } from '../../../../core/problems/data.ts';
import { formatsOf } from '../../../format.ts';
import { say, type Words } from '../../../problems/words.ts';

const { short, whole } = formatsOf('zh');

const fetchFaults: Words<FetchFaults> = {
  'fetch.status': ({ status }) => `服务器的回答是 ${status}`,
  'fetch.network': () => '网络出错',
  'fetch.early': () => '连接提前中断',
};
export const fetchFaultOf = (fault: FetchFault): string => say(fetchFaults, fault);

const manifestFaults: Words<ManifestFaults> = {
  'manifest.noObject': () => '它不是一个对象',
  'manifest.format': ({ found, wanted }) => `它的格式是 ${found}，应为 ${wanted}`,
  'manifest.value': ({ name, found, wanted }) => `${name} 是 ${found}，应为 ${wanted}`,
  'manifest.noShards': () => '它没有列出任何分片',
  'manifest.shard': () => '有一个分片不是对象',
  'manifest.split': ({ found }) => `不认识的划分 ${found}`,
  'manifest.fileName': ({ found }) => `文件名 ${found} 不合规定`,
  'manifest.size': ({ file }) => `${file} 的大小不对`,
  'manifest.rawSize': ({ file, count }) => `${file} 的大小与其中的 ${count} 幅图像不符`,
  'manifest.total': ({ split, found, wanted }) =>
    `其中有 ${found} 幅${split === 'train' ? '训练' : '测试'}图像，应为 ${wanted} 幅`,
};

export const dataProblems: Words<DataProblems> = {
  'data.missing': ({ file, why }) => `取不到数据文件 ${file}（${fetchFaultOf(why)}）；请检查网络连接，然后再试。`,
  'data.damaged': ({ file }) => `数据文件 ${file} 在传输中损坏；请再试一次，重新获取。`,
  'data.manifest': ({ data, fault }) =>
    `${data} 的文件 manifest.json 不能用（${say(manifestFaults, fault)}）；请重新打包数据，然后再试。`,
  'data.batch': ({ batch, count }) => `只有 ${count} 幅图像，取不出大小为 ${batch} 的批量。`,
  'points.few': ({ count, least }) => `只有 ${whole(count)} 个点，看不出分布：请继续画，至少要有 ${whole(least)} 个。`,
  'points.many': ({ count, most }) => `${whole(count)} 个点太多了：最多 ${whole(most)} 个。`,
  'points.outside': ({ place, x, y, extent }) =>
    `第 ${whole(place)} 个点 (${short(x)}, ${short(y)}) 在 −${whole(extent)} 到 ${whole(extent)} 的正方形之外：请去掉它。`,
};
