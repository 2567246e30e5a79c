/** What can be wrong with files that people bring, and with fetching them. */
import type { Bare, Coded } from '../coded.ts';
import type { Shape } from '../layers.ts';
import type { FetchFault } from './data.ts';

/** Where in what was brought: a file, an entry in it, and a byte of the file, or of the entry if one is named. */
export interface Place {
  readonly file: string;
  readonly entry?: string;
  readonly at?: number;
}

/** Of so many, at most `most` are taken. */
interface TooMany {
  readonly count: number;
  readonly most: number;
}
/** Bytes that a header promises, and those that are there. */
interface Promised {
  readonly promised: number;
  readonly found: number;
}

/** What is wrong at a place. Its sentence goes on after the place, and says what to do. */
export interface FileFaults {
  'limit.memory': { readonly what: 'images' | 'labels' | 'picture'; readonly bytes: number; readonly most: number };
  'limit.ratio': { readonly times: number };
  'limit.inflated': { readonly most: number };
  'limit.sides': { readonly height: number; readonly width: number; readonly most: number };
  'limit.images': TooMany;
  'limit.files': TooMany;
  'limit.fileBytes': { readonly files: number; readonly bytes: number; readonly most: number };
  'limit.pictureBytes': { readonly bytes: number; readonly most: number };
  /** `bytes` is null where the server does not say how many there are. */
  'limit.fetched': { readonly bytes: number | null; readonly most: number };
  'limit.classes': TooMany;
  'limit.labels': { readonly most: number };
  'limit.elements': { readonly most: number };
  'limit.arrays': { readonly most: number };
  'limit.entries': { readonly most: number };
  'file.unreadable': Bare;
  'file.empty': Bare;
  'file.picture': { readonly type: string };
  'file.hdf5': Bare;
  'file.webPage': Bare;
  /** `first`: its first bytes, as hexadecimal digits. */
  'file.unknown': { readonly first: string };
  /** A zip with neither pictures nor arrays; `such` is the name of something that it holds. */
  'file.neither': { readonly such: string | null };
  'data.cutOff': Promised;
  'data.tooLong': Bare;
  'gzip.header': Bare;
  'gzip.cutOff': Bare;
  'deflate.damaged': Bare;
  /** As hexadecimal digits. */
  'deflate.checksum': { readonly found: string; readonly wanted: string };
  'deflate.promise': { readonly promised: number; readonly compressed: number };
  'idx.none': Bare;
  'idx.axes': TooMany;
  'idx.size': Promised;
  'npy.none': Bare;
  'npy.version': { readonly version: number };
  'npy.headerLength': { readonly bytes: number };
  'npy.header': Bare;
  'npz.size': Promised;
  'mat.header': Bare;
  'mat.version73': Bare;
  'mat.byteOrder': Bare;
  'mat.smallElement': { readonly bytes: number };
  'mat.longDescription': { readonly bytes: number; readonly most: number };
  'mat.description': { readonly name: string };
  'mat.size': Promised;
  'mat.tooLong': Bare;
  'mat.zlib': Bare;
  'mat.nested': Bare;
  'mat.element': Promised;
  'zip.end': Bare;
  'zip.leadsOut': Bare;
  'zip.directory': Bare;
  'zip.directoryCutOff': Bare;
  'zip.directoryLost': Bare;
  'zip.password': Bare;
  'zip.large': Bare;
  'zip.beyond': Bare;
  'zip.overlap': Bare;
  'zip.entryHeader': Bare;
  'zip.method': { readonly method: number };
  'zip.sizes': Bare;
  'zip.checksum': Bare;
  'array.notPlain': Bare;
  'array.unknownType': { readonly type: number };
  /** `type` is null for records. */
  'array.otherType': { readonly type: string | null };
  'array.axes': { readonly axes: number };
  'values.notFinite': { readonly index: number };
  'values.range': { readonly low: number; readonly high: number };
  'labels.notWhole': { readonly index: number; readonly value: number };
  'set.ambiguous': {
    readonly names: readonly [string, string];
    readonly split: 'train' | 'test';
    readonly what: 'images' | 'labels';
  };
  'set.labels': {
    readonly images: string;
    readonly count: number;
    readonly labels: string;
    readonly found: number;
  };
  /** Arrays that are no images. */
  'set.noImages': { readonly found: readonly { readonly name: string; readonly shape: Shape }[] };
  'set.empty': Bare;
  'set.otherSize': { readonly test: Shape; readonly train: Shape };
  'picture.none': Bare;
  'picture.damaged': Bare;
  'picture.size': { readonly width: number; readonly height: number };
}
export type FileFault = Coded<FileFaults>;

export interface BringProblems {
  'file.bad': { readonly place: Place; readonly fault: FileFault };
  'file.none': Bare;
  'original.unknown': { readonly id: string };
  /** So many of its bytes are kept. */
  'original.missing': {
    readonly file: string;
    readonly why: FetchFault;
    readonly kept: number;
    readonly bytes: number;
  };
  'original.damaged': { readonly file: string };
  'address.none': { readonly text: string };
  'address.noHttps': { readonly text: string };
  'address.password': { readonly host: string };
  'address.offline': { readonly file: string };
  'address.silent': { readonly file: string; readonly host: string; readonly isForeign: boolean };
  'address.refused': { readonly file: string; readonly status: number };
  'address.brokeOff': { readonly file: string; readonly kept: number };
  /** Not what the authors of a known set published. */
  'address.otherFile': { readonly file: string; readonly set: string };
}
export type BringProblem = Coded<BringProblems>;
