import { formatsOf } from '../format.ts';

const { whole, short, fixed } = formatsOf('en');

/** The latent space, and one sample of it. */
export const latent = {
  title: 'The latent space of G',
  kept: 'Kept samples',
  keptOne: ({ place, label }: { place: number; label: string | null }) =>
    label === null ? `Kept sample ${whole(place)}` : `Kept sample ${whole(place)}, class ${label}`,
  more: 'New',
  moreHint: 'Keep a new z, drawn by the seed',
  remove: 'Remove',
  removeHint: 'Let go of the sample that is chosen',
  hint: 'A sample that is pressed in the grid is kept here.',
  needs: ({ count }: { count: number }) => `Keep ${whole(count)} samples: press them in the grid, or draw new ones.`,
  modes: 'Ways to look',
  mode: { between: 'Between', plane: 'Plane', classes: 'Class', directions: 'Directions', nearest: 'Nearest real' },
  step: ({ step }: { step: number }) => `step ${whole(step)}`,
  prior: {
    normal: 'z is normal: nearly all of it lies on a shell, so the way is an arc along it.',
    uniform: 'z is uniform in a cube, so the way is a straight line.',
    unitUniform: 'z is uniform in a cube, so the way is a straight line.',
  },
  between: {
    strip: ({ legs }: { legs: number }) =>
      `Nine pictures on each of ${whole(legs)} ways from one kept sample to the next.`,
    picture: 'The picture at this place on the way.',
    slider: 'Place on the way',
    value: ({ far }: { far: number }) => `${fixed(far, 2)} from the first`,
    play: 'Play',
    stop: 'Stop',
  },
  plane: {
    pad: 'Place in the plane through three kept samples',
    value: ({ shares }: { shares: readonly number[] }) =>
      `${shares.map((share, i) => `${'ABC'[i]} ${whole(100 * share)} %`).join(', ')}`,
    hint: 'Drag, or use the arrow keys: pictures change as you go.',
    picture: 'The picture at this place in the plane.',
  },
  classes: {
    each: 'The same z in every class',
    mix: 'Between two classes',
    first: 'First class',
    second: 'Second class',
    share: 'Share of the second class',
    shareValue: ({ share }: { share: number }) => `${whole(100 * share)} %`,
    describe: ({ count }: { count: number }) => `The same z drawn in each of ${whole(count)} classes.`,
    picture: ({ first, second, share }: { first: string; second: string; share: number }) =>
      `The same z, ${whole(100 * (1 - share))} % class ${first} and ${whole(100 * share)} % class ${second}.`,
  },
  directions: {
    about: 'Where the first layer of G is most sensitive. Move along each, and name what it does.',
    picture: 'The picture so far along all directions.',
    strip: ({ place }: { place: number }) => `Seven pictures along direction ${whole(place)}.`,
    slider: ({ place }: { place: number }) => `Along direction ${whole(place)}`,
    name: ({ place }: { place: number }) => `Name of direction ${whole(place)}`,
    unnamed: ({ place }: { place: number }) => `direction ${whole(place)}`,
    share: ({ share }: { share: number }) => `${whole(100 * share)} % of the layer`,
    again: 'Find again',
    againHint: 'Training turns the directions: find those of now',
    centre: 'Centre',
  },
  nearest: {
    sample: 'The sample that is chosen',
    find: 'Find again',
    looking: 'Looking through the real images …',
    pixels: ({ among }: { among: number }) => `In pixels, of ${whole(among)} training images`,
    features: ({ among }: { among: number }) => `In the classifier’s features, of ${whole(among)}`,
    row: ({ count, nearest }: { count: number; nearest: number }) =>
      `${whole(count)} real images, the nearest of them at a distance of ${short(nearest)}.`,
    own: ({ nearest, usual }: { nearest: number; usual: number }) =>
      nearest < 0.5 * usual
        ? `${short(nearest)} away. That real image’s own nearest is ${short(usual)} away: this is as near as a copy.`
        : `${short(nearest)} away. That real image’s own nearest is ${short(usual)} away: this is no copy of it.`,
  },
  manifold: {
    title: 'What G makes of its space',
    describe: ({ cells, step }: { cells: number; step: number }) =>
      `A grid over z with ${whole(cells)} cells, each as likely as any other, as G warps it into the plane after step ${whole(step)}. The smaller a cell, the denser the points.`,
    hint: 'Each cell holds the same share of all points: where cells are small and dark, G puts many.',
    real: 'Real points',
    cell: 'A cell of z',
  },
  one: {
    describe: ({ place, count, label, step }: { place: number; count: number; label: string | null; step: number }) =>
      `Sample ${whole(place)} of ${whole(count)}${label === null ? '' : `, class ${label}`}, after step ${whole(step)}`,
    last: 'The sample before',
    next: 'The next sample',
    keep: 'Keep',
    keepHint: 'Put this z on the shelf of the latent space',
    back: 'Its own z',
    backHint: 'Undo what was changed of z',
    z: 'z, number by number',
    zHint: 'Drag a bar; by keys: left and right choose, up and down change',
    bar: ({ place, count, value }: { place: number; count: number; value: number }) =>
      `Number ${whole(place)} of ${whole(count)}: ${fixed(value, 2)}`,
    score: 'D’s score',
    scoreHint: 'As the objective reads it',
    slopes: 'What would convince D',
    slopesHint: 'Blue: brighter, amber: darker would make D surer that it is real',
    reading: 'The classifier reads',
    read: ({ label, percent }: { label: string; percent: number }) => `${label}: ${whole(percent)} %`,
    noReading: 'There is no classifier for such images yet.',
  },
};
