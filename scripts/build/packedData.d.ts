import type { ImageSetInfo } from '../../src/core/dataSet.ts';
import { type LoadedImages } from '../../src/data/shards.ts';
export declare const dataBase: import("url").URL;
export declare const fetchFile: typeof fetch;
/** All of a set, with the official test images behind the training images unless told otherwise. */
export declare function loadWhole(info: ImageSetInfo, includeTest?: boolean): Promise<LoadedImages>;
