/** Data sets as runs have them, each loaded once in a test file. */
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import { drawPointSet, type LoadedExamples } from '../../data/points.ts';
import { findDataSet } from '../../data/sets/index.ts';
import { type LoadedImages, loadImageSet } from '../../data/shards.ts';

/** From which points are drawn. */
const SEED = 3;

const loaded = new Map<string, Promise<LoadedImages>>();

/** The first shard of images, which is enough and stays the same; of points all. */
export async function loadExamples(id: string): Promise<LoadedExamples> {
  const info = findDataSet(id);
  if (!info) throw new Error(`There is no data set ${id}.`);
  if (info.kind === 'points') return drawPointSet(info, SEED);
  const nothing = () => undefined;
  const source = { base: dataBase, fetch: fetchFile, includeTest: false, onProgress: nothing, onProblem: nothing };
  const loading = loaded.get(id) ?? loadImageSet(info, source);
  loaded.set(id, loading);
  const images = await loading;
  images.close();
  return images;
}
