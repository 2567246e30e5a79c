/** The log and the pictures of a run's way as an event file of TensorBoard's, which finds files with `tfevents` in their name. */
import { SCALARS } from '../../core/scalars.ts';
import type { Measured } from '../../core/score.ts';
import type { SampleView } from '../../core/views.ts';
import { paintView } from '../../picture/paintView.ts';
import type { RunLog } from '../../record/log.ts';
import { encodeEvents, type StepEvent } from '../events/events.ts';
import type { About, Make } from '../exporter.ts';
import { encodePng } from '../png.ts';

export const about: About = {
  id: 'tensorboard',
  subject: 'log',
  suffix: '.tfevents',
  type: 'application/octet-stream',
  suits: () => true,
};

const measured = ({ steps, columns }: RunLog): readonly StepEvent[] =>
  Array.from(steps, (step, row) => ({
    step,
    values: SCALARS.flatMap((name) => {
      const value = columns.get(name)?.[row] ?? Number.NaN;
      return Number.isNaN(value) ? [] : [{ tag: `training/${name}`, value }];
    }),
  }));

const scored = ({ step, scores }: Measured): StepEvent => ({
  step,
  values: scores.flatMap(({ id, value, floor, interval: { low, high } }) => [
    { tag: `quality/${id}`, value },
    ...Object.entries({ floor, low, high }).map(([of, value]) => ({ tag: `quality/${id}/${of}`, value })),
  ]),
});

function shown(view: SampleView): StepEvent {
  const picture = paintView(view);
  const { width, height } = picture;
  const tag = view.kind === 'plane' ? 'samples/plane' : 'samples/generated';
  return { step: view.step, values: [{ tag, value: { width, height, channels: 3, png: encodePng(picture) } }] };
}

/** A run keeps no clock: every event is of the moment of writing. */
export const make: Make = async ({ log }) => {
  const events = [...measured(log), ...log.scores.map(scored), ...log.frames.map(shown)];
  const bySteps = events.filter(({ values }) => values.length > 0).toSorted((a, b) => a.step - b.step);
  return encodeEvents(Date.now() / 1000, bySteps);
};
