/** Problems of files that people bring: part of the dialog in which they do. */
import { formatShape } from '../../core/network.ts';
import type { BringProblems, FileFaults, Place } from '../../core/problems/files.ts';
import { fetchFaultOf } from './data.ts';
import { say, type Words } from './words.ts';

/** 1234567 → “1,234,567”. */
const count = (n: number): string => n.toLocaleString('en');
const size = (bytes: number): string =>
  bytes < 2 ** 20 ? `${count(bytes)} bytes` : `${count(Math.ceil(bytes / 2 ** 20))} MiB`;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

const FETCH_AGAIN = 'fetch or copy the file again';
const DISTRUST = 'do not trust this file';
const SMALLER = 'bring fewer or smaller images';
const A_PART = 'bring a part of them';
const WITH_NUMPY = 'save it anew with numpy';
const PLAIN = 'bring images as bytes or floats';
const KNOWN = 'bring IDX files, .npz, .npy, an SVHN .mat, or a zip or folder of class folders with pictures';

const memoryFor = { images: 'its images', labels: 'its labels', picture: 'this picture' } as const;
const splits = { train: 'training', test: 'test' } as const;

/** What is wrong, and, behind a semicolon, what to do. */
const fileFaults: Words<FileFaults> = {
  'limit.memory': ({ what, bytes, most }) =>
    `${memoryFor[what]} would need ${size(bytes)}, and ${size(most)} is the limit; ${SMALLER}`,
  'limit.ratio': ({ times }) => `it unpacks to ${count(times)} times its size, as no real images do; ${DISTRUST}`,
  'limit.inflated': ({ most }) => `it unpacks to more than ${size(most)}; ${SMALLER}`,
  'limit.sides': ({ height, width, most }) =>
    `images of ${count(height)}×${count(width)} pixels are not between 1 and ${count(most)} on each side; bring smaller images`,
  'limit.images': ({ count: n, most }) =>
    `${count(n)} images are not between 1 and ${count(most)}; ${n < 1 ? 'bring a file with images' : A_PART}`,
  'limit.files': ({ count: n, most }) => `${count(n)} files are more than ${count(most)}; ${A_PART}`,
  'limit.fileBytes': ({ files, bytes, most }) =>
    `${files > 1 ? `${count(files)} files of ` : ''}${size(bytes)} are more than ${size(most)}; ${A_PART}`,
  'limit.pictureBytes': ({ bytes, most }) => `a picture of ${size(bytes)} is beyond ${size(most)}; save it smaller`,
  'limit.fetched': ({ bytes, most }) =>
    `${bytes === null ? 'it is' : `its ${size(bytes)} are`} more than the ${size(most)} that can be taken; bring a part of it`,
  'limit.classes': ({ count: n, most }) =>
    `it has ${count(n)} folders with pictures, and ${most} classes are the limit; put the pictures of one class into one folder`,
  'limit.labels': ({ most }) => `there are more than ${count(most)} different labels; bring labels of classes`,
  'limit.elements': ({ most }) => `there are more than ${count(most)} elements; save only X and y`,
  'limit.arrays': ({ most }) => `it has more than ${count(most)} arrays; bring only images and labels`,
  'limit.entries': ({ most }) => `it has more than ${count(most)} entries; ${A_PART}`,
  'file.unreadable': () => 'the browser could not read it; choose it again',
  'file.empty': () => `it is empty; ${KNOWN}`,
  'file.picture': ({ type }) => `this is a ${type} picture, whatever its name says; put pictures into class folders`,
  'file.hdf5': () => 'HDF5 files cannot be read; save the arrays as .npz',
  'file.webPage': () => 'this is a web page; look on it for the address of the file itself',
  'file.unknown': ({ first }) => `the first bytes, ${first}, belong to no format known here; ${KNOWN}`,
  'file.neither': ({ such }) =>
    `it holds neither pictures nor arrays, ${such === null ? 'nothing at all' : `only such as ${such}`}; ${KNOWN}`,
  'data.cutOff': ({ promised, found }) =>
    `the data is cut off, ${count(promised)} more bytes are promised and ${count(found)} are there; ${FETCH_AGAIN}`,
  'data.tooLong': () => 'there are more bytes than the header promises; check that this is the whole original file',
  'gzip.header': () => `this is not a gzip header that can be read; ${FETCH_AGAIN}`,
  'gzip.cutOff': () => `the gzip file is cut off; ${FETCH_AGAIN}`,
  'deflate.damaged': () => `the compressed data is damaged; ${FETCH_AGAIN}`,
  'deflate.checksum': ({ found, wanted }) =>
    `its checksum is ${found} and should be ${wanted}, so it is damaged; ${FETCH_AGAIN}`,
  'deflate.promise': ({ promised, compressed }) =>
    `${count(promised)} bytes are promised, and ${count(compressed)} compressed ones cannot hold them; ${FETCH_AGAIN}`,
  'idx.none': () => 'this is no IDX file; bring files such as train-images-idx3-ubyte.gz',
  'idx.axes': ({ count: n, most }) => `it has ${n} axes instead of 1 to ${most}; ${FETCH_AGAIN}`,
  'idx.size': ({ promised, found }) =>
    `the header promises ${count(promised)} bytes of data and ${count(found)} are there; ${FETCH_AGAIN}`,
  'npy.none': () => `this is no .npy array; ${WITH_NUMPY}`,
  'npy.version': ({ version }) => `.npy version ${version} is not known; ${WITH_NUMPY}`,
  'npy.headerLength': ({ bytes }) => `its header would be ${size(bytes)} long; ${FETCH_AGAIN}`,
  'npy.header': () => `its header cannot be understood; ${WITH_NUMPY}`,
  'npz.size': ({ promised, found }) =>
    `its header promises ${count(promised)} bytes and the zip file says ${count(found)}; ${FETCH_AGAIN}`,
  'mat.header': () => `the MATLAB header is cut off; ${FETCH_AGAIN}`,
  'mat.version73': () => 'this is MATLAB’s version 7.3, which cannot be read; save it with the option -v7',
  'mat.byteOrder': () => `the mark of the byte order is neither IM nor MI; ${FETCH_AGAIN}`,
  'mat.smallElement': ({ bytes }) => `a small element claims ${count(bytes)} bytes and can have 4; ${FETCH_AGAIN}`,
  'mat.longDescription': ({ bytes, most }) =>
    `a description of ${count(bytes)} bytes is longer than ${most}; ${FETCH_AGAIN}`,
  'mat.description': ({ name }) => `the description of matrix “${name}” is damaged; ${FETCH_AGAIN}`,
  'mat.size': ({ promised, found }) =>
    `its shape takes ${count(promised)} bytes and ${count(found)} are there; ${FETCH_AGAIN}`,
  'mat.tooLong': () => `there are more bytes than its shape takes; ${FETCH_AGAIN}`,
  'mat.zlib': () => `a compressed element does not begin as zlib data; ${FETCH_AGAIN}`,
  'mat.nested': () => `a compressed element contains another one; ${DISTRUST}`,
  'mat.element': ({ promised, found }) =>
    `an element of ${count(promised)} bytes begins and ${count(found)} are left; ${FETCH_AGAIN}`,
  'zip.end': () => `the end of the zip file is missing; ${FETCH_AGAIN}`,
  'zip.leadsOut': () => `this path leads out of its folder; ${DISTRUST}`,
  'zip.directory': () => `the zip file’s directory is damaged; ${FETCH_AGAIN}`,
  'zip.directoryCutOff': () => `the zip file’s directory is cut off; ${FETCH_AGAIN}`,
  'zip.directoryLost': () => `the zip file’s directory cannot be found; ${FETCH_AGAIN}`,
  'zip.password': () => 'it is protected by a password; pack it anew without one',
  'zip.large': () => 'it is larger than 4 GiB; bring a smaller file',
  'zip.beyond': () => `it lies beyond the end of the file; ${FETCH_AGAIN}`,
  'zip.overlap': () => `its entries overlap; ${DISTRUST}`,
  'zip.entryHeader': () => `its header is not there; ${FETCH_AGAIN}`,
  'zip.method': ({ method }) => `it is compressed by method ${method}; pack it anew with the usual “deflate”`,
  'zip.sizes': () => `its two sizes differ; ${FETCH_AGAIN}`,
  'zip.checksum': () => `its checksum does not fit, so it is damaged; ${FETCH_AGAIN}`,
  'array.notPlain': () => `it is no array of plain numbers; ${PLAIN}`,
  'array.unknownType': ({ type }) => `its values are of the unknown type ${count(type)}; ${PLAIN}`,
  'array.otherType': ({ type }) =>
    `it holds ${type === null ? 'records' : `“${type}”`} instead of plain numbers; ${PLAIN}`,
  'array.axes': ({ axes }) => `it has ${count(axes)} axes; ${PLAIN}`,
  'values.notFinite': ({ index }) => `value ${count(index)} is not a finite number; save the images as bytes`,
  'values.range': ({ low, high }) =>
    `its values run from ${low} to ${high}; save images as bytes, or as floats in [0, 1] or [−1, 1]`,
  'labels.notWhole': ({ index, value }) =>
    `label ${count(index)} is ${Number.isNaN(value) ? 'not a number' : value}, no whole number; save class numbers`,
  'set.ambiguous': ({ names: [first, second], split, what }) =>
    `both ${first} and ${second} could be the ${splits[split]} ${what}; bring one set at a time`,
  'set.labels': ({ images, count: n, labels, found }) =>
    `${images} has ${count(n)} images and ${labels} has ${count(found)} labels; bring images and labels that belong together`,
  'set.noImages': ({ found }) =>
    `there are no images in it, only ${found.map(({ name, shape }) => `${name} (${formatShape(shape)})`).join(', ')}; images are arrays of n×height×width or n×height×width×3`,
  'set.empty': () => 'it is empty; images are arrays of n×height×width or n×height×width×3',
  'set.otherSize': ({ test, train }) =>
    `test images are ${formatShape(test)} and training images ${formatShape(train)}; bring one set at a time`,
  'picture.none': () => 'this is no PNG, JPEG or WebP picture; take it out or save it anew',
  'picture.damaged': () => 'this picture is damaged; take it out or save it anew',
  'picture.size': ({ width, height }) => `its size is not the ${count(width)}×${count(height)} it states; take it out`,
};

const where = ({ file, entry, at }: Place): string =>
  [file, entry, at !== undefined && `byte ${count(at)}`].filter(Boolean).join(', ');
const goesOn = (kept: string): string => `${kept} MB are kept, and the next attempt goes on from there`;

export const bringProblems: Words<BringProblems> = {
  'file.bad': ({ place, fault }) => `${where(place)}: ${say(fileFaults, fault)}.`,
  'file.none': () => 'There is no file in it; choose files, or a folder with files in it.',
  'original.unknown': ({ id }) => `There is no public data set “${id}”.`,
  'original.missing': ({ file, why, kept, bytes }) =>
    `${file} could not be fetched (${fetchFaultOf(why)}); check the connection, then try again${
      kept > 0 ? `; ${goesOn(`${megabytes(kept)} of ${megabytes(bytes)}`)}` : ''
    }.`,
  'original.damaged': ({ file }) => `${file} is not the file that its authors published; try again later.`,
  'address.none': ({ text }) => `“${text}” is not an address; give one that begins with https://.`,
  'address.noHttps': ({ text }) =>
    `“${text}” is not an https address, and pages may read no other; download the file by hand and drop it here.`,
  'address.password': ({ host }) => `“${host}” is given with a password; leave it out of the address.`,
  'address.offline': ({ file }) =>
    `${file} could not be fetched: this computer is offline; connect it, then try again.`,
  'address.silent': ({ file, host, isForeign }) =>
    `${file} could not be fetched: ${host} did not answer${
      isForeign
        ? ', or does not let other pages read the file; check the address, or download the file by hand and drop it here'
        : '; check the connection, then try again'
    }.`,
  'address.refused': ({ file, status }) =>
    `${file} could not be fetched (the server answered ${status}); ${status < 500 ? 'check the address' : 'try again later'}.`,
  'address.brokeOff': ({ file, kept }) =>
    `${file} could not be fetched (the connection broke); ${kept > 0 ? goesOn(megabytes(kept)) : 'try again'}.`,
  'address.otherFile': ({ file, set }) =>
    `${file} is not the file that ${set}’s authors published; try another address.`,
};
