import { type DataSetInfo, isBrought } from '../../core/dataSet.ts';
import { usePage } from '../playground.ts';
import { stateOf } from '../state/member.ts';
import { useKept } from './kept.ts';

/** Images that the person brought, or points that they drew, with what is on the screen trained on them, and not kept. */
interface BroughtHere {
  readonly name: string;
  readonly megabytes: number;
  /** Whether a run on them was to be kept, and the page has not been answered. */
  readonly asking: boolean;
  keep(): void;
  decline(): void;
}

/** A byte for each number of an image, and one for its class; two floats for a point. */
const bytesOfOne = (set: DataSetInfo): number => (set.kind === 'image' ? set.height * set.width * set.channels + 1 : 8);

/** Rounded up to what is written: points take little, and never nothing. */
export const shownMegabytes = (bytes: number): number => Math.ceil((10 * bytes) / 2 ** 20) / 10;

/** Null where all that is on the screen can be kept. */
export function useBroughtHere(): BroughtHere | null {
  const data = usePage(({ members: [first] }) => (first ? stateOf(first).opened.data : ''));
  const set = usePage(({ bring }) => bring.sets.find(({ id }) => id === data));
  const state = useKept(({ brought }) => brought[data]);
  const actions = useKept((kept) => kept.actions);
  if (!isBrought(data) || !set || state === 'kept' || !actions) return null;
  return {
    name: set.name,
    megabytes: shownMegabytes((set.trainCount + set.testCount) * bytesOfOne(set)),
    asking: state === 'asking',
    keep: () => void actions.keepImages(data),
    decline: () => useKept.setState(({ brought }) => ({ brought: { ...brought, [data]: 'declined' } })),
  };
}
