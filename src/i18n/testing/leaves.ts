import {
  backendFalls,
  backendNotes,
  backendReasons,
  cautions,
  devices,
  fileFaults,
  layerFaults,
  openingDetails,
  problems,
  tilings,
} from './samples.ts';

/** A text, or a function that makes one, with the way to it: `['page', 'name']`. */
export interface Leaf {
  readonly path: readonly string[];
  readonly text: string | ((told: unknown) => string);
}

/** Every text of a tree of texts. */
export function leavesOf(tree: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (typeof tree === 'string' || typeof tree === 'function') return [{ path, text: tree as Leaf['text'] }];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([name, inside]) => leavesOf(inside, [...path, name]));
}

/** Whatever it is asked for is this. */
const allOf = (value: unknown): object =>
  new Proxy({}, { get: (_, name) => (typeof name === 'string' ? value : undefined), has: () => true });

/** What problems and the like are told, by their codes. */
const samples: readonly { readonly code: string }[] = [
  ...[...problems, ...cautions, ...layerFaults, ...fileFaults],
  ...[...backendFalls, ...backendNotes, ...backendReasons, ...devices, ...openingDetails, ...tilings],
];

/** What a text says, told something of each kind that texts are told; without what it cannot be told. */
export function sayings({ path, text }: Leaf): readonly string[] {
  if (typeof text === 'string') return [text];
  const ofCode = samples.filter(({ code }) => code === path.at(-1));
  const told = ofCode.length > 0 ? ofCode : [3, ...[3, 'x', ['x', 'y']].map(allOf)];
  return told.flatMap((each) => {
    try {
      return [String(text(each))];
    } catch {
      return [];
    }
  });
}
