/** What is particular about each system, in a line, by the id of its recipe; a test names those that are missing. */
export const systemLines: Readonly<Record<string, string>> = {
  gan: '这场博弈本身：一个伪造者，一个鉴定者',
  dcgan: '卷积网络，以及让它们能训练起来的几条规则',
  cgan: '按指定的类别生成，全连接网络',
  'cgan-paper': '把类别作为输入，与最初发表的一样',
  'cgan-conv': '按指定的类别生成，卷积网络：很快就能看到结果',
  lsgan: '用到目标值的平方距离代替对数',
  wgan: '用评判器度量距离，并裁剪它的权重',
  'wgan-gp': '在真实样本与生成样本之间，把评判器的斜率保持在 1',
  dragan: '在真实数据附近约束 D 的斜率',
  sgan: '只凭少量有标签的数字，D 还学会了认字',
};
