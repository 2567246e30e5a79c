/** Points that people drew during this visit. */
import type { PointSetInfo } from '../../core/dataSet.ts';
import { badConfig } from '../../core/errors.ts';
import type { FileLike } from '../../core/file.ts';
import { ownPointsId, ownPointsInfo, pointsProblem } from '../../core/ownPoints.ts';
import type { LoadedPoints } from '../../data/points.ts';
import { decodePointSet, encodePointSet, type KeptPoints } from '../../record/pointSet.ts';

export interface PointSets {
  /** @throws EngineError `bad-config` where nobody could train on them */
  add(set: KeptPoints): PointSetInfo;
  /** Of an earlier visit. @throws EngineError `bad-config` that says what is wrong with the file */
  takeBack(file: FileLike): Promise<PointSetInfo>;
  find(id: string): PointSetInfo | undefined;
  /** As a file; null for a set that is not here. */
  file(id: string): Blob | null;
  /** Null for a set that is not here. */
  load(id: string): LoadedPoints | null;
}

/** @param distinct a name that no other set has */
export function createPointSets(distinct: (name: string) => string): PointSets {
  const sets = new Map<string, { readonly info: PointSetInfo; readonly points: KeptPoints['points'] }>();

  function add({ name, points }: KeptPoints): PointSetInfo {
    const problem = pointsProblem(points);
    if (problem) throw badConfig(problem);
    const info = ownPointsInfo(ownPointsId(sets.size + 1), distinct(name), points.length / 2);
    sets.set(info.id, { info, points });
    return info;
  }

  return {
    add,
    takeBack: async (file) => add(await decodePointSet(file)),
    find: (id) => sets.get(id)?.info,
    file(id) {
      const found = sets.get(id);
      return found ? encodePointSet({ name: found.info.name, points: found.points }) : null;
    },
    load(id) {
      const found = sets.get(id);
      if (!found) return null;
      const { info, points } = found;
      return { kind: 'points', info, points, capacity: info.trainCount, loaded: info.trainCount };
    },
  };
}
