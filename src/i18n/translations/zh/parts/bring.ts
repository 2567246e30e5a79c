import { formatsOf } from '../../../format.ts';
import type { Parts } from '../../../texts.ts';
import { bringProblems } from '../problems/files.ts';

const { whole } = formatsOf('zh');

export const bring = {
  problems: bringProblems,
  title: '使用自己的图像',
  what: '一个文件夹或 zip，其中每个类别一个图片文件夹。或者数组：IDX（MNIST 及同类）、.npz、.npy、SVHN 的 .mat。',
  stays: '它们只在这个浏览器里读取，不会离开这台电脑。',
  side: '图片的大小',
  colours: '图片的颜色',
  grey: '灰度',
  colour: '彩色',
  choose: '选择文件…',
  folder: '选择文件夹…',
  fetch: ({ name, size }) => `获取 ${name}，${whole(size)} MB`,
  fetched: '取自作者发布的地址；由浏览器保存。',
  reading: ({ name }) => `正在读取 ${name}`,
  files: ({ count }) => `${whole(count)} 个文件`,
  cancel: '取消',
  close: '关闭',
  drop: '把图像拖到这里就能用来训练，把运行拖到这里就能接着训练',
  address: '或来自网址',
  addressNeeds: '每行一个，以 https 开头，服务器须允许别的网页读取。',
  fetchIt: '获取',
  byHand:
    'SVHN（彩色门牌号码）是 train_32x32.mat。它的作者的网址没有 https，这个网页不能读取：请给出一份副本的网址，或自行下载后在这里选择。',
  source: 'SVHN 的网页',
} satisfies Parts['bring'];
