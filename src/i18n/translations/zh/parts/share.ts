import type { Parts } from '../../../texts.ts';

export const share = {
  link: '链接',
  withView: '带上视图',
  withViewHint: '类别、标签页、图表、语言和颜色一起分享；否则只有设置',
  copied: '已复制',
  notCopied: '这里不允许复制：文本已选中。',
  readers: '打开链接的人看到的控件',
  control: {
    systems: '系统',
    data: '数据集',
    settings: '设置',
    errata: '勘误',
    networks: '网络',
  },
  right: { free: '可用', locked: '锁定', hidden: '隐藏，只读' },
  frameParts: '嵌入其他网页的框架',
  frame: '框架的 HTML',
  copyFrame: '复制 HTML',
  qr: '二维码',
  qrOf: ({ link }) => `${link} 的二维码`,
  tooLong: '这个链接太长，放不进二维码。自定义的网络会让链接变长；用配方自带的网络就放得下。',
} satisfies Parts['share'];
