import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';

const { ago, fixed, whole } = formatsOf('zh');

export const archive = {
  label: '以前访问留下的运行',
  offer: ({ name, data, step, milliseconds }) =>
    `${name}，数据 ${data}，第 ${whole(step)} 步，${ago(milliseconds)}保存。`,
  goOn: '接着训练',
  dismiss: '以后再说',
  notKept: ({ name }) => `只有把 ${name} 也留在这个浏览器里，下次访问才能接着训练这次运行。`,
  keepImages: ({ megabytes }) => `把这些数据也留在这个浏览器里（${fixed(megabytes, 1)} MB）`,
  full: '这个浏览器没有空间保存这次运行：请在“运行”中丢弃一些，或把它存成文件。',
  reading: ({ name }) => `正在读取 ${name}`,
  said: {
    copied: '这个运行也在另一个标签页中打开。在这里作为副本继续。',
    gone: '这个运行没有留下来：它在另一个标签页中被丢弃，或被浏览器删除。',
  },
} satisfies Parts['archive'];
