import type { DataSetInfo } from '../../core/dataSet.ts';
import { isOwnPoints, ownPointsInfo } from '../../core/ownPoints.ts';

/** Every file beside this one that exports `info`. A new file is offered by every recipe that it suits. */
const files = import.meta.glob<DataSetInfo>(['./*.ts', '!./index.ts', '!./*.test.ts'], { import: 'info', eager: true });

const placeOf = ({ place = Number.POSITIVE_INFINITY }: DataSetInfo): number => place;
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Images first. */
export const dataSets: readonly DataSetInfo[] = Object.values(files).toSorted(
  (a, b) => a.kind.localeCompare(b.kind) || compare(placeOf(a), placeOf(b)) || a.name.localeCompare(b.name),
);

export const findDataSet = (id: string): DataSetInfo | undefined => dataSets.find((set) => set.id === id);

/**
 * What an id alone says of a set: everything of one that comes with the page; of points that a person has drawn, that they
 * are points, and where they lie.
 */
export const dataSetSaid = (id: string): DataSetInfo | undefined =>
  findDataSet(id) ?? (isOwnPoints(id) ? ownPointsInfo(id, id, 0) : undefined);
