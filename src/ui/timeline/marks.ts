import type { RunEvent } from '../../core/runEvent.ts';
import { type Axis, placeOf } from './axis.ts';

/** What happened, where it is too close to be told apart. */
export interface Mark {
  /** Of the first of them, from 0 to 1. */
  readonly place: number;
  readonly kind: RunEvent['kind'];
  readonly events: readonly RunEvent[];
}

/** What one mark says first. */
const WEIGHT = { pause: 0, set: 1, found: 2 } as const satisfies Record<RunEvent['kind'], number>;

function subjectOf(event: RunEvent): string {
  switch (event.kind) {
    case 'set':
      return `set ${event.name}`;
    case 'found':
      return `found ${event.rule}`;
    case 'pause':
      return event.kind;
    default:
      return event satisfies never;
  }
}

/** Of what happened again and again, as while a slider is moved, the last. */
const lastOfEach = (events: readonly RunEvent[]): readonly RunEvent[] =>
  events.filter((event, i) => !events.slice(i + 1).some((later) => subjectOf(later) === subjectOf(event)));

/**
 * @param events in the order of their steps
 * @param apart the least distance between two marks, as a share of the axis
 */
export function marksOf(events: readonly RunEvent[], axis: Axis, apart: number): readonly Mark[] {
  const groups: { readonly place: number; readonly events: RunEvent[] }[] = [];
  for (const event of events) {
    const place = placeOf(axis, event.step);
    const last = groups.at(-1);
    if (last && place - last.place < apart) last.events.push(event);
    else groups.push({ place, events: [event] });
  }
  return groups.map(({ place, events: all }) => {
    const kinds = all.map(({ kind }) => kind).sort((a, b) => WEIGHT[b] - WEIGHT[a]);
    return { place, kind: kinds[0] ?? 'pause', events: lastOfEach(all) };
  });
}
