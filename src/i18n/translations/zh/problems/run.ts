import type { CancelledWork, LostReason, RunProblems } from '../../../../core/problems/run.ts';
import type { Words } from '../../../problems/words.ts';

function nameOf(cancelled: CancelledWork): string {
  switch (cancelled.work) {
    case 'opening':
      return '打开运行';
    case 'choosing':
      return '选择后端';
    case 'measuring':
      return '测量';
    case 'nearest':
      return '寻找最近的图像';
    case 'classifier':
      return '训练分类器';
    case 'reading':
      return '读取这些文件';
    case 'saving':
      return '制作这个文件';
    case 'worker':
      return '交给训练引擎的事';
    case 'loading':
      return `加载 ${cancelled.name} `;
    case 'fetching':
      return `获取 ${cancelled.name} `;
    default:
      return cancelled satisfies never;
  }
}

/** What was measured, where its name is none that a person knows. */
const measured: Readonly<Record<string, string>> = {
  lossD: 'D 的损失',
  lossG: 'G 的损失',
  lossReal: 'D 在真实样本上的损失',
  lossFake: 'D 在生成样本上的损失',
  penalty: '惩罚项',
  scoreReal: ' D(x) ',
  scoreFake: ' D(G(z)) ',
  gradientNorm: 'D 的梯度',
  gradientSquare: 'D 的梯度',
  lossClass: '分类器的损失',
  lossMatch: '特征的距离',
};

const lost: Readonly<Record<LostReason, string>> = {
  hung: '训练引擎已有好几秒没有回应。',
  thrown: '训练引擎自身出了错。',
  unstarted: '训练引擎没有启动。',
};

export const runProblems: Words<RunProblems> = {
  cancelled: (work) => `${nameOf(work)}已取消。`,
  'run.closed': () => '这个运行已关闭。',
  'run.unknown': ({ run }) => `没有运行 ${run}；它已关闭，或从未打开。`,
  'run.aside': ({ run }) => `运行 ${run} 已被搁置。请先把它取回来。`,
  'run.failed': () => '这个运行因出错而停止。请先继续或重置。',
  'run.notFinite': ({ step, name, good }) =>
    `到第 ${step} 步，${measured[name] ?? name}不再是有限的数。${
      good === null ? '请降低学习率，然后重置。' : `请降低学习率，然后从第 ${good} 步继续。`
    }`,
  'run.noSnapshot': () => '没有可以继续的更早状态。请重置这个运行。',
  'run.noBest': () => '还没有测验过任何模型，所以没有可以回去的最佳模型。',
  'worker.lost': ({ reason }) => lost[reason],
  'worker.restarted': () => '训练引擎已重新启动。',
  internal: ({ what }) => `引擎里出了问题：${/[.。]$/.test(what) ? what.slice(0, -1) : what}。`,
};
