/** The strip below the bar: what is going on, and what needs attention. */
import { formatsOf } from '../../../format.ts';
import type { Halls } from '../../../texts.ts';
import { spaced } from '../spaced.ts';

const { whole } = formatsOf('zh');

export const strip = {
  status: {
    opening: {
      data: '正在取数据',
      backend: '正在选择后端',
      networks: '正在建立网络',
      none: '正在打开',
    },
    openingDetail: ({ stage, detail }) => `${stage}：${detail}`,
    openingPlain: ({ stage }) => `${stage}…`,
    ready: ({ recipe, data }) => `${recipe} 已准备好在${spaced(data)}上训练。`,
    paused: ({ step }) => `已在第 ${whole(step)} 步后暂停。`,
    training: ({ recipe, data }) => `${recipe} 正在${spaced(data)}上训练。`,
    pausing: '走完这一步就暂停。',
    stepping: '正在走一步。',
    failed: '已停止：原因见页面上的消息。',
    closed: '已关闭。',
    lost: '训练引擎没有回应。',
  },
  notice: {
    title: '链接中有一部分没有看懂',
    unknown: ({ key, recipe }) => `“${key}”不是 ${recipe} 的设置，已忽略。`,
    bad: ({ why }) => `${why}已改用默认值。`,
    networks: ({ why }) => `${why}已改用预设自带的网络。`,
    unsound: ({ why }) => `${why}已改用预设自带的设置。`,
    filesTitle: '这些数据不在这里',
    files: '它们是在另一次访问中带入或画出的，留在那台电脑上。现在用的是通常的数据；可以在数据列表中再次带入或重画。',
    dismiss: '知道了',
  },
  error: {
    title: {
      'bad-config': '这些设置不能放在一起',
      'data-missing': '取不到数据',
      'data-corrupt': '数据在传输中损坏',
      'bad-file': '这个文件不能用',
      'backend-unavailable': '这里不能用这个后端',
      'device-lost': '图形设备丢失',
      'non-finite': '训练发散了',
      cancelled: '已取消',
      'unknown-run': '这个运行已经不在',
      'worker-lost': '训练引擎丢失',
      internal: '出了问题',
    },
    lostNext: '重新启动后，会从交给页面的最近状态继续，最多回退半分钟。',
    revive: '重新启动引擎',
    resume: '从最近的正常状态继续',
    retry: '再试一次',
    reset: '重新开始',
    dismiss: '知道了',
    cause: '详情',
  },
  restart: {
    waiting: ({ names }) => `等新的运行才生效：${names}`,
    now: '重新开始',
    keepAll: '保持现在的运行',
    with: ({ value }) => `以 ${value} 重新开始`,
    keep: ({ value }) => `保持 ${value}`,
    mark: '需要新的运行',
    pending: '等待中',
  },
  model: {
    open: '已训练好的',
    openHint: ({ name }) => `${name}，现成的：可以观看，也可以接着训练`,
    fetching: ({ name, kilobytes }) => `正在获取训练好的 ${name}：${whole(kilobytes)} kB。`,
  },
} satisfies Halls['strip'];
