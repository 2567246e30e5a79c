/** The packed data under Node: `fetch` over files, and whole sets at once. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ImageSetInfo } from '../../src/core/dataSet.ts';
import { type LoadedImages, loadImageSet } from '../../src/data/shards.ts';

export const dataBase = pathToFileURL(`${process.cwd()}/public/data/`);

export const fetchFile: typeof fetch = async (input) => {
  const path = fileURLToPath(input instanceof Request ? input.url : input);
  try {
    return new Response(await readFile(path));
  } catch {
    return new Response(null, { status: 404 });
  }
};

/** All of a set, with the official test images behind the training images unless told otherwise. */
export async function loadWhole(info: ImageSetInfo, includeTest = true): Promise<LoadedImages> {
  const data = await loadImageSet(info, {
    base: dataBase,
    fetch: fetchFile,
    includeTest,
    onProgress: () => undefined,
    onProblem: (error) => {
      throw error;
    },
  });
  await data.whenComplete;
  return data;
}
