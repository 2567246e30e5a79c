/** Problems of files that people bring: part of the dialog in which they do. */
import { formatShape } from '../../../../core/network.ts';
import type { BringProblems, FileFaults, Place } from '../../../../core/problems/files.ts';
import { say, type Words } from '../../../problems/words.ts';
import { fetchFaultOf } from './data.ts';

/** 1234567 → “1,234,567”。 */
const count = (n: number): string => n.toLocaleString('zh');
const size = (bytes: number): string =>
  bytes < 2 ** 20 ? `${count(bytes)} 字节` : `${count(Math.ceil(bytes / 2 ** 20))} MiB`;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

const FETCH_AGAIN = '请重新下载或复制这个文件';
const DISTRUST = '请不要相信这个文件';
const SMALLER = '请带入更少或更小的图像';
const A_PART = '请只带入其中一部分';
const WITH_NUMPY = '请用 numpy 重新保存';
const PLAIN = '请以字节或浮点数的形式带入图像';
const KNOWN = '请带入 IDX 文件、.npz、.npy、SVHN 的 .mat，或按类别分文件夹存放图片的 zip 或文件夹';

const memoryFor = { images: '其中的图像', labels: '其中的标签', picture: '这幅图片' } as const;
const splits = { train: '训练', test: '测试' } as const;
const things = { images: '图像', labels: '标签' } as const;

/** What is wrong, and, behind a semicolon, what to do. */
const fileFaults: Words<FileFaults> = {
  'limit.memory': ({ what, bytes, most }) => `${memoryFor[what]}需要 ${size(bytes)}，上限是 ${size(most)}；${SMALLER}`,
  'limit.ratio': ({ times }) => `它解压后是原来的 ${count(times)} 倍，真正的图像不会这样；${DISTRUST}`,
  'limit.inflated': ({ most }) => `它解压后超过 ${size(most)}；${SMALLER}`,
  'limit.sides': ({ height, width, most }) =>
    `图像为 ${count(height)}×${count(width)} 像素，每边应在 1 到 ${count(most)} 之间；请带入更小的图像`,
  'limit.images': ({ count: n, most }) =>
    `有 ${count(n)} 幅图像，应在 1 到 ${count(most)} 之间；${n < 1 ? '请带入含有图像的文件' : A_PART}`,
  'limit.files': ({ count: n, most }) => `有 ${count(n)} 个文件，超过 ${count(most)} 个；${A_PART}`,
  'limit.fileBytes': ({ files, bytes, most }) =>
    `${files > 1 ? `${count(files)} 个文件共 ` : ''}${size(bytes)}，超过 ${size(most)}；${A_PART}`,
  'limit.pictureBytes': ({ bytes, most }) => `一幅 ${size(bytes)} 的图片超过了 ${size(most)}；请存得小一些`,
  'limit.fetched': ({ bytes, most }) =>
    `${bytes === null ? '它' : `它有 ${size(bytes)}，`}超过了可以接收的 ${size(most)}；请只带入其中一部分`,
  'limit.classes': ({ count: n, most }) =>
    `它有 ${count(n)} 个图片文件夹，而类别最多 ${most} 个；请把同一类的图片放进同一个文件夹`,
  'limit.labels': ({ most }) => `不同的标签超过 ${count(most)} 个；请带入表示类别的标签`,
  'limit.elements': ({ most }) => `元素超过 ${count(most)} 个；请只保存 X 和 y`,
  'limit.arrays': ({ most }) => `数组超过 ${count(most)} 个；请只带入图像和标签`,
  'limit.entries': ({ most }) => `条目超过 ${count(most)} 个；${A_PART}`,
  'file.unreadable': () => '浏览器读不了它；请重新选择',
  'file.empty': () => `它是空的；${KNOWN}`,
  'file.picture': ({ type }) => `不论叫什么名字，这是一幅 ${type} 图片；请把图片放进按类别分的文件夹`,
  'file.hdf5': () => 'HDF5 文件读不了；请把数组存成 .npz',
  'file.webPage': () => '这是一个网页；请在网页上找到文件本身的地址',
  'file.unknown': ({ first }) => `开头的字节 ${first} 不属于任何已知的格式；${KNOWN}`,
  'file.neither': ({ such }) =>
    `其中既没有图片也没有数组，${such === null ? '什么都没有' : `只有 ${such} 之类的文件`}；${KNOWN}`,
  'data.cutOff': ({ promised, found }) =>
    `数据被截断，应该还有 ${count(promised)} 字节，实际有 ${count(found)}；${FETCH_AGAIN}`,
  'data.tooLong': () => '字节比文件头说的多；请检查这是不是完整的原始文件',
  'gzip.header': () => `读不出 gzip 的文件头；${FETCH_AGAIN}`,
  'gzip.cutOff': () => `gzip 文件被截断；${FETCH_AGAIN}`,
  'deflate.damaged': () => `压缩的数据已损坏；${FETCH_AGAIN}`,
  'deflate.checksum': ({ found, wanted }) => `它的校验和是 ${found}，应为 ${wanted}，可见已损坏；${FETCH_AGAIN}`,
  'deflate.promise': ({ promised, compressed }) =>
    `声称有 ${count(promised)} 字节，而 ${count(compressed)} 字节的压缩数据装不下这么多；${FETCH_AGAIN}`,
  'idx.none': () => '这不是 IDX 文件；请带入 train-images-idx3-ubyte.gz 之类的文件',
  'idx.axes': ({ count: n, most }) => `它有 ${n} 个轴，应为 1 到 ${most} 个；${FETCH_AGAIN}`,
  'idx.size': ({ promised, found }) =>
    `文件头声称有 ${count(promised)} 字节的数据，实际有 ${count(found)}；${FETCH_AGAIN}`,
  'npy.none': () => `这不是 .npy 数组；${WITH_NUMPY}`,
  'npy.version': ({ version }) => `不认识 .npy 的版本 ${version}；${WITH_NUMPY}`,
  'npy.headerLength': ({ bytes }) => `它的文件头长达 ${size(bytes)}；${FETCH_AGAIN}`,
  'npy.header': () => `看不懂它的文件头；${WITH_NUMPY}`,
  'npz.size': ({ promised, found }) =>
    `文件头声称有 ${count(promised)} 字节，zip 文件说有 ${count(found)}；${FETCH_AGAIN}`,
  'mat.header': () => `MATLAB 文件头被截断；${FETCH_AGAIN}`,
  'mat.version73': () => '这是 MATLAB 7.3 版的文件，读不了；请用选项 -v7 保存',
  'mat.byteOrder': () => `字节序的标记既不是 IM 也不是 MI；${FETCH_AGAIN}`,
  'mat.smallElement': ({ bytes }) => `一个小元素声称有 ${count(bytes)} 字节，最多只能有 4；${FETCH_AGAIN}`,
  'mat.longDescription': ({ bytes, most }) => `一处描述长 ${count(bytes)} 字节，超过 ${most}；${FETCH_AGAIN}`,
  'mat.description': ({ name }) => `矩阵“${name}”的描述已损坏；${FETCH_AGAIN}`,
  'mat.size': ({ promised, found }) => `它的形状需要 ${count(promised)} 字节，实际有 ${count(found)}；${FETCH_AGAIN}`,
  'mat.tooLong': () => `字节比它的形状需要的多；${FETCH_AGAIN}`,
  'mat.zlib': () => `一个压缩元素的开头不是 zlib 数据；${FETCH_AGAIN}`,
  'mat.nested': () => `一个压缩元素里还有压缩元素；${DISTRUST}`,
  'mat.element': ({ promised, found }) =>
    `一个 ${count(promised)} 字节的元素开始时只剩 ${count(found)} 字节；${FETCH_AGAIN}`,
  'zip.end': () => `zip 文件的结尾不见了；${FETCH_AGAIN}`,
  'zip.leadsOut': () => `这个路径通到自己的文件夹之外；${DISTRUST}`,
  'zip.directory': () => `zip 文件的目录已损坏；${FETCH_AGAIN}`,
  'zip.directoryCutOff': () => `zip 文件的目录被截断；${FETCH_AGAIN}`,
  'zip.directoryLost': () => `找不到 zip 文件的目录；${FETCH_AGAIN}`,
  'zip.password': () => '它有密码保护；请不加密码重新打包',
  'zip.large': () => '它大于 4 GiB；请带入更小的文件',
  'zip.beyond': () => `它在文件末尾之外；${FETCH_AGAIN}`,
  'zip.overlap': () => `它的条目互相重叠；${DISTRUST}`,
  'zip.entryHeader': () => `它的文件头不在应在的位置；${FETCH_AGAIN}`,
  'zip.method': ({ method }) => `它用方法 ${method} 压缩；请用通常的“deflate”重新打包`,
  'zip.sizes': () => `它的两处大小不一致；${FETCH_AGAIN}`,
  'zip.checksum': () => `它的校验和不符，可见已损坏；${FETCH_AGAIN}`,
  'array.notPlain': () => `它不是普通的数值数组；${PLAIN}`,
  'array.unknownType': ({ type }) => `它的值属于未知类型 ${count(type)}；${PLAIN}`,
  'array.otherType': ({ type }) => `其中是${type === null ? '记录' : `“${type}”`}，不是普通的数；${PLAIN}`,
  'array.axes': ({ axes }) => `它有 ${count(axes)} 个轴；${PLAIN}`,
  'values.notFinite': ({ index }) => `第 ${count(index)} 个值不是有限的数；请把图像存成字节`,
  'values.range': ({ low, high }) => `它的取值是 ${low} 到 ${high}；请把图像存成字节，或 [0, 1]、[−1, 1] 之间的浮点数`,
  'labels.notWhole': ({ index, value }) =>
    `标签 ${count(index)} ${Number.isNaN(value) ? '不是数' : `是 ${value}，不是整数`}；请保存类别的编号`,
  'set.ambiguous': ({ names: [first, second], split, what }) =>
    `${first} 和 ${second} 都可能是${splits[split]}${things[what]}；请一次只带入一个数据集`,
  'set.labels': ({ images, count: n, labels, found }) =>
    `${images} 有 ${count(n)} 幅图像，${labels} 有 ${count(found)} 个标签；请带入互相配套的图像和标签`,
  'set.noImages': ({ found }) =>
    `其中没有图像，只有 ${found.map(({ name, shape }) => `${name}（${formatShape(shape)}）`).join('、')}；图像是 n×高×宽 或 n×高×宽×3 的数组`,
  'set.empty': () => '它是空的；图像是 n×高×宽 或 n×高×宽×3 的数组',
  'set.otherSize': ({ test, train }) =>
    `测试图像是 ${formatShape(test)}，训练图像是 ${formatShape(train)}；请一次只带入一个数据集`,
  'picture.none': () => '这不是 PNG、JPEG 或 WebP 图片；请去掉它或重新保存',
  'picture.damaged': () => '这幅图片已损坏；请去掉它或重新保存',
  'picture.size': ({ width, height }) => `它的大小与自己标明的 ${count(width)}×${count(height)} 不符；请去掉它`,
};

const where = ({ file, entry, at }: Place): string =>
  [file, entry, at !== undefined && `第 ${count(at)} 字节`].filter(Boolean).join('，');
const goesOn = (kept: string): string => `已保留 ${kept} MB，下次会接着下载`;

export const bringProblems: Words<BringProblems> = {
  'file.bad': ({ place, fault }) => `${where(place)}：${say(fileFaults, fault)}。`,
  'file.none': () => '其中没有文件；请选择文件，或选择含有文件的文件夹。',
  'original.unknown': ({ id }) => `没有“${id}”这个公开数据集。`,
  'original.missing': ({ file, why, kept, bytes }) =>
    `没能取到 ${file}（${fetchFaultOf(why)}）；请检查网络连接，然后再试${
      kept > 0 ? `；${goesOn(`${megabytes(bytes)} MB 中的 ${megabytes(kept)}`)}` : ''
    }。`,
  'original.damaged': ({ file }) => `${file} 不是作者发布的文件；请稍后再试。`,
  'address.none': ({ text }) => `“${text}”不是网址；请给出以 https:// 开头的网址。`,
  'address.noHttps': ({ text }) => `“${text}”不是 https 网址，而网页只能读取这种网址；请自行下载文件，然后拖到这里。`,
  'address.password': ({ host }) => `“${host}”带有密码；请从网址中去掉它。`,
  'address.offline': ({ file }) => `没能取到 ${file}：这台电脑没有联网；请连上网络，然后再试。`,
  'address.silent': ({ file, host, isForeign }) =>
    `没能取到 ${file}：${host} 没有回应${
      isForeign
        ? '，或者不允许别的网页读取这个文件；请检查网址，或自行下载文件，然后拖到这里'
        : '；请检查网络连接，然后再试'
    }。`,
  'address.refused': ({ file, status }) =>
    `没能取到 ${file}（服务器的回答是 ${status}）；${status < 500 ? '请检查网址' : '请稍后再试'}。`,
  'address.brokeOff': ({ file, kept }) =>
    `没能取到 ${file}（连接中断）；${kept > 0 ? goesOn(megabytes(kept)) : '请再试一次'}。`,
  'address.otherFile': ({ file, set }) => `${file} 不是 ${set} 的作者发布的文件；请试别的网址。`,
};
