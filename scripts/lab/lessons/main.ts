/** Every step of every lesson from several seeds, the right way and the wrong one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { encode } from 'fast-png';
import type { ParamValues } from '../../../src/core/params.ts';
import type { ImageGrid, SampleView } from '../../../src/core/views.ts';
import { lessons } from '../../../src/lessons/index.ts';
import { judge } from '../../../src/lessons/judge.ts';
import type { LessonStep } from '../../../src/lessons/lesson.ts';
import { GAP, PANEL, recordedWidth } from '../../../src/lessons/recorded.ts';
import type { Walk } from '../../../src/lessons/walk.ts';
import { paint, paintedHeight, paintedWidth } from '../../../src/picture/paintGrid.ts';
import { paintView } from '../../../src/picture/paintView.ts';
import { blankPicture, enlarged, lay, type Picture } from '../../../src/picture/picture.ts';
import { readArguments, UsageError, wholeNumber } from '../../options.ts';
import { play } from './play.ts';

/** Shown to who reads a lesson through and runs nothing. */
const PICTURES = 'public/lessons';

const { values, words } = readArguments({
  command: 'npm run lab -- lessons',
  about: 'Plays the steps of lessons from several seeds, the right way and the wrong one.',
  options: {
    seeds: { takes: 'N,N,…', says: '1,2,3 by default' },
    pictures: { says: 'makes the pictures of public/lessons instead: each step as it ends, from its own seed' },
  },
  words: { usage: '[LESSON …]', name: 'LESSON', says: lessons.map(({ id }) => id).join(', ') },
});
const unknown = words.find((word) => !lessons.some(({ id }) => id === word));
if (unknown) throw new UsageError(`There is no lesson “${unknown}”.`);
const seeds = (values.seeds ?? '1,2,3').split(',').map((text) => wholeNumber('seeds', text));
const chosen = lessons.filter(({ id }) => words.length === 0 || words.includes(id));

const rows: Record<string, string | number | boolean | null>[] = [];

async function tried(name: string, step: LessonStep, way: 'right' | 'wrong', seed: number): Promise<void> {
  const { act = step.act, params = {} } = way === 'wrong' ? step.wrong : {};
  const right: ParamValues = step.choose ? { [step.choose.param]: step.choose.right } : {};
  const { value, met, happened } = judge(step, await play({ ...step, act }, { ...right, ...params }, seed));
  const ok = met === (way === 'right');
  const { is, target } = step.goal;
  rows.push({
    step: name,
    way,
    seed,
    value: value === null ? null : Number(value.toPrecision(3)),
    [is]: target,
    happened,
    ok,
  });
  console.log(`${name} ${way} ${seed}: ${value?.toPrecision(3)}, ${is} ${target}; ${happened ?? ''}${ok ? '' : ' ✗'}`);
}

/** The first rows and columns of a grid, as many as there is room for at twice their size. */
function corner(grid: ImageGrid): ImageGrid {
  const { height, width, channels, pixels } = grid;
  const room = (side: number): number => Math.max(1, Math.floor((PANEL / 2 + 1) / (side + 1)));
  const [rows, columns] = [Math.min(grid.rows, room(height)), Math.min(grid.columns, room(width))];
  const size = height * width * channels;
  const shown = new Uint8ClampedArray(rows * columns * size);
  for (let i = 0; i < rows * columns; i++) {
    const from = (Math.floor(i / columns) * grid.columns + (i % columns)) * size;
    const image = pixels.subarray(from, from + size);
    // Of coloured noise 256 shades make a large file, and nobody tells them from 16.
    shown.set(channels === 3 ? image.map((value) => 17 * Math.round(value / 17)) : image, i * size);
  }
  return { ...grid, rows, columns, pixels: shown, labels: null };
}

/** What a run shows: the plane, or G's images without the real ones. */
function pictureOf(view: SampleView): Picture {
  if (view.kind === 'plane') return paintView(view);
  const generated = corner(view.generated);
  const picture = blankPicture(paintedWidth(generated), paintedHeight(generated));
  paint(generated, picture.data);
  return enlarged(picture, Math.max(1, Math.floor(PANEL / Math.max(picture.width, picture.height))));
}

/** Both ends of a walk, and between them what G draws half way. */
function pictureOfWalk({ from, middle, to, image }: Walk): Picture {
  const columns = from.length / (image.height * image.width * image.channels);
  const pixels = Uint8ClampedArray.from([...from, ...middle, ...to]);
  const shown = corner({ ...image, rows: 3, columns, pixels, labels: null });
  const picture = blankPicture(paintedWidth(shown), paintedHeight(shown));
  paint(shown, picture.data);
  return enlarged(picture, Math.max(1, Math.floor(PANEL / Math.max(picture.width, picture.height))));
}

/** A run's picture, in the middle of its square. */
function panelOf(picture: Picture): Picture {
  const panel = blankPicture(PANEL, PANEL);
  lay(panel, picture, Math.floor((PANEL - picture.width) / 2), Math.floor((PANEL - picture.height) / 2));
  return panel;
}

/** Runs beside each other, as on the page. */
function sideBySide(pictures: readonly Picture[]): Picture {
  const sheet = blankPicture(recordedWidth(pictures.length), PANEL);
  for (const [i, picture] of pictures.entries()) lay(sheet, panelOf(picture), i * (PANEL + GAP), 0);
  return sheet;
}

/** As small a file as it can be: nothing is transparent, and a picture without colours has one channel. */
function encoded({ width, height, data }: Picture): Uint8Array {
  const pixels = Array.from({ length: width * height }, (_, i) => data.subarray(4 * i, 4 * i + 3));
  const channels = pixels.every(([red, green, blue]) => red === green && red === blue) ? 1 : 3;
  const bytes = new Uint8Array(pixels.flatMap((pixel) => Array.from(pixel.subarray(0, channels))));
  return encode({ width, height, data: bytes, channels }, { zlib: { level: 9 } });
}

/** The step as it ends for a learner whose choices are right. */
async function recorded(name: string, step: LessonStep): Promise<void> {
  const right: ParamValues = step.choose ? { [step.choose.param]: step.choose.right } : {};
  const pictures = (await play(step, right)).map(({ view, walk }) => {
    if (walk) return pictureOfWalk(walk);
    if (!view) throw new Error(`${name} has shown nothing.`);
    return pictureOf(view);
  });
  writeFileSync(`${PICTURES}/${name.replace('/', '-')}.png`, encoded(sideBySide(pictures)));
  console.log(name);
}

if (values.pictures) {
  mkdirSync(PICTURES, { recursive: true });
  for (const lesson of chosen) for (const step of lesson.steps) await recorded(`${lesson.id}/${step.id}`, step);
  process.exit();
}

for (const lesson of chosen)
  for (const step of lesson.steps)
    for (const seed of seeds)
      for (const way of ['right', 'wrong'] as const) await tried(`${lesson.id}/${step.id}`, step, way, seed);
console.table(rows);
if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
