import type { lesson } from '../../../../lessons/course/errata.ts';
import type { LessonTexts } from '../../../lessonTexts.ts';

const stretch = '每张图像都被拉伸，直到最暗的像素为黑、最亮的为白';
const bnEpsilon = '批归一化给每个方差加上 0.8：这个数本该放在别处';
const sampleTraining = '样本用画在旁边的图像来归一化';
const scaledTwice = '像素缩放了两次，第二次还当它们是字节';
const labelsByPosition = '哪些数字有标签，由它们在批中的位置决定';
const columnNorm = '惩罚逐列计算 D 的斜率，而不是整张图像的';
const positiveNoise = '惩罚所用的噪声只会让像素变亮';

const asks = '两边都看一看。运行 2 哪里错了？';

export const texts = {
  contrast: {
    title: '一开始就很鲜明',
    says: [
      '成千上万人抄过的代码里也有错误。本课每一步都有两次相同的运行，只是运行 2 中有一个这样的错误。先训练，再看，然后说出哪里错了。',
      '这里是两个 DCGAN，训练了五步。两个 G 都还什么也没学到。',
    ],
    asks,
    options: { stretch, bnEpsilon, scaledTwice, columnNorm },
    goal: '运行 2 中从黑到白的图像',
    why: [
      '运行 1 是诚实的：未经训练的 G 画出几乎均匀的灰色。运行 2 中，同样微弱的噪声在显示之前被拉伸到最大的对比度。两边的 G 一样，错的只是显示。',
      '看到这样的图像，会把弱的 G 当成强的。怎样显示，也是测量的一部分。',
    ],
    more: '退出对比，载入 DCGAN，在它静止时到“设置”里打开和关闭对样本的拉伸。',
    hint: '两次运行显示的一样。请按原来的设置再运行一次。',
    picture: '左：均匀的灰色。右：强烈的彩色噪声。',
  },
  pale: {
    title: '苍白的图像',
    says: [
      '两个 CGAN，训练了二十步。它们的 G 有批归一化：每个单元都除以它在一批上的离散程度。这样画出来的应该很快就有对比度。',
    ],
    asks,
    options: { sampleTraining, scaledTwice, stretch, bnEpsilon },
    goal: '运行 2 苍白了多少',
    why: [
      '方差上要加一个很小的数 ε，以免除以 0；通常是 0.00001。流行的代码里却是 0.8。它本该是动量，却在参数表里早了一位。',
      '单元的方差小于 0.8 时（一开始都是如此），归一化只是使它们变小，而不是变得一样。对比度来得很晚。',
    ],
    more: '把两边都训练到第 300 步。运行 2 会赶上来吗？',
    hint: '两次运行同样鲜明。请按原来的设置再运行一次。',
    picture: '左：强烈的黑白噪声。右：几乎均匀的灰色。',
  },
  black: {
    title: '走进黑暗',
    says: ['两个 SGAN，训练了四十步，G 画的下面有真实的数字。把你看到的一切都比一比。'],
    asks,
    options: { scaledTwice, labelsByPosition, bnEpsilon, sampleTraining },
    goal: '运行 2 中真实数字最亮的像素',
    why: [
      '字节从 0 到 255，要缩放到 −1 到 1。如果它们已经在 0 到 1 之间，再做一次就会使所有的值都接近 −1：黑色。G 学着画它所看到的，也就是黑暗。',
      '损失照样变化，好像什么也没错。做任何事之前，先看一看网络看到的数据。',
    ],
    more: '看曲线：那里有什么露出破绽吗？',
    hint: '两边的真实数字都是亮的。请按原来的设置再运行一次。',
    picture: '左：灰色，中间有较亮的条纹。右：几乎全黑。',
  },
  other: {
    title: '一个 G，不同的图像',
    says: ['两个 CGAN，训练了四步。它们的权重逐个相等，z 也相同，曲线也一样。图像却不一样。'],
    asks,
    options: { bnEpsilon, stretch, sampleTraining, labelsByPosition },
    goal: '两次运行之间像素的平均差异',
    why: [
      '运行 2 在训练模式下画：它用屏幕上的一百张图像来归一化。所以每张图像都取决于旁边的图像，旁边换了别的，同样的 z 就画出另一张。',
      '在流行的代码里，画一次甚至会改变滑动平均：看一看样本就改变了模型。',
    ],
    more: '退出对比，载入 CGAN，打开“在训练模式下采样”，再只显示一个类别：数字变了，因为旁边的变了。',
    hint: '两次运行是用同样的方式画的。请按原来的设置再运行一次。',
    picture: '左：微弱的灰色噪声。右：强烈的噪声，来自同样的权重。',
  },
  loose: {
    title: '管不住的惩罚',
    says: [
      '两个 DRAGAN。惩罚要求 D 在数据周围的斜率为 1：梯度图中的虚线。',
      '训练六十步，看那里。有一次运行停在了线上。',
    ],
    asks,
    options: { sampleTraining, columnNorm, stretch, positiveNoise },
    goal: '运行 2 中 D 在数据处的斜率',
    why: [
      '平方只沿高度相加，于是一张图像有 28 个范数，每列一个，每一个都被拉向 1。如果都是 1，合起来就是 √28 ≈ 5.3，斜率就停在那附近。',
      '求和时少了一个维度，一切仍能运行。把曲线画在目标旁边，就能看出来。',
    ],
    more: '退出对比，打开“理解”，读一读其他系统的勘误：要发现它们，你会看哪里？',
    hint: '两边的斜率都受到了约束。请按原来的设置再运行一次。',
    picture: '左：由点组成的暗斑。右：灰底上的细点。图像说不出哪边正常，只有曲线能说明。',
  },
} satisfies LessonTexts<typeof lesson>;
