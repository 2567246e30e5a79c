import type { DataSetInfo } from '../../../core/dataSet.ts';
import { broughtPoints } from '../broughtPoints.ts';
import { brought } from '../broughtSet.ts';
import type { SetSource } from '../setSource.ts';

/** Every file beside this one that exports `set`. */
const files = import.meta.glob<SetSource>(['./*.ts', '!./index.ts', '!./*.test.ts'], { import: 'set', eager: true });
const sources = Object.values(files);

const known = ({ id }: DataSetInfo): SetSource | undefined => sources.find((source) => source.id === id);

/** Whether the examples are a person's own, which only they can put beside the project. */
export const brings = (info: DataSetInfo): boolean => known(info) === undefined;

/** How a project comes by the examples of a set: one that a person brought or drew is read from files. */
export function sourceOf(info: DataSetInfo): SetSource {
  const found = known(info);
  if (found) return found;
  return info.kind === 'points' ? broughtPoints(info) : brought(info);
}
