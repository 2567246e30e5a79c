import { formatsOf } from '../format.ts';

const { whole } = formatsOf('en');

/** The way of a run below its picture. */
export const timeline = {
  label: 'Timeline',
  slider: 'Step that is looked at',
  newest: ({ step }: { step: number }) => `step ${whole(step)}, the newest picture`,
  past: ({ step, newest }: { step: number; newest: number }) => `step ${whole(step)} of ${whole(newest)}`,
  live: 'Live',
  liveHint: 'Back to the newest picture',
  play: 'Play',
  playHint: 'Show the pictures one after the other',
  stop: 'Stop',
  next: 'Next picture',
  events: 'Events',
  at: ({ what, step }: { what: string; step: number }) => `${what} at ${whole(step)}`,
  more: ({ count }: { count: number }) => `${whole(count)} more`,
  set: ({ name, value }: { name: string; value: string }) => `${name} ${value}`,
  pause: 'Pause',
  /** What rules of diagnosis have found, in a few words. */
  found: {
    strongD: 'D found too strong',
    blindD: 'D found blind',
    stillD: 'D found flat and still',
    oscillation: 'Both found circling',
    exploding: 'D found very steep',
    nonFinite: 'Numbers ran away',
    collapse: 'G found collapsed',
    sameClass: 'A class found all alike',
    memorising: 'G found copying',
    idle: 'Units found idle',
  },
};
