import { defineLesson, type Setup } from '../lesson.ts';
import { betweenOf, clustersFound } from '../points.ts';
import { planeOf, type Seen } from '../seen.ts';
import { drawnAnew } from '../walk.ts';

/** z has two components here, as many as the plane: all of its space can be seen at once. */
const SETUP: Setup = {
  data: 'ring',
  seed: 1,
  members: [{ recipe: 'gan', params: { width: 0.1, batch: 64 } }],
};
const FIRST = 800;
const LATER = 1600;
/** With this rate G stays as it began. */
const STILL = 0.000001;

/** Of a G that has found the ring, the share of points at no cluster; null before it has. */
function between([run]: Seen): number | null {
  const plane = planeOf(run);
  return plane && clustersFound(plane) >= 6 ? betweenOf(plane) : null;
}

/** The trained Conv CGAN, as it is made (`scripts/lab/models/settings.ts`). */
const DIGITS: Setup = {
  data: 'mnist',
  seed: 1,
  model: 'cgan-conv',
  members: [
    {
      recipe: 'cgan-conv',
      params: { width: 0.375, batch: 32, averageDecay: 0.995 },
      discriminator: 'conv32k4s2.lrelu0.2.conv64k4s2.lrelu0.2.conv64k4s2.lrelu0.2.flatten.dense64.lrelu0.2.proj10',
    },
  ],
};
const TRAINED = 2500;
/** From here on nobody would take what is half way for two pictures, faded. */
const ANEW = 0.1;

const anew = ([run]: Seen): number | null => (run?.walk ? drawnAnew(run.walk) : null);

/** The latent space: G is continuous, and so leaves no gaps. */
export const lesson = defineLesson({
  id: 'latent',
  place: 14,
  minutes: 5,
  steps: [
    {
      id: 'bridges',
      setup: SETUP,
      predict: {
        options: ['none', 'few', 'many'],
        happened(seen) {
          const share = between(seen);
          if (share === null) return null;
          return share < 0.01 ? 'none' : share < 0.1 ? 'few' : 'many';
        },
      },
      act: { kind: 'train', until: FIRST },
      goal: { value: between, is: 'atLeast', target: 0.15, unit: 'share' },
      wrong: { params: { lrG: STILL } },
    },
    {
      id: 'remain',
      setup: SETUP,
      from: FIRST,
      predict: {
        options: ['gone', 'fewer', 'same'],
        happened(seen) {
          const share = between(seen);
          if (share === null) return null;
          return share < 0.01 ? 'gone' : share < 0.25 ? 'fewer' : 'same';
        },
      },
      act: { kind: 'train', until: LATER },
      goal: { value: between, is: 'atMost', target: 0.25, unit: 'share' },
      wrong: { act: { kind: 'train', until: FIRST + 1 } },
    },
    {
      id: 'digits',
      setup: DIGITS,
      from: TRAINED,
      predict: {
        options: ['faded', 'anew'],
        happened(seen) {
          const by = anew(seen);
          return by === null ? null : by < ANEW ? 'faded' : 'anew';
        },
      },
      act: { kind: 'walk', rows: [0, 4] },
      goal: { value: anew, is: 'atLeast', target: ANEW, unit: 'share' },
      wrong: { act: { kind: 'walk', rows: [0, 0] } },
    },
  ],
});
