/** A step whose goal reads D's marks, on the real engine: it begins when the examples that D is examined on are there. */
import { expect, it, vi } from 'vitest';
import type { Verdict } from '../../lessons/judge.ts';
import type { LessonStep } from '../../lessons/lesson.ts';
import { marksNow } from '../../lessons/seen.ts';
import { openRealPage } from '../state/testing/realPage.ts';
import { begin } from './attempt.ts';

vi.setConfig({ testTimeout: 60_000 });

const STEP: LessonStep = {
  id: 'one',
  setup: {
    data: 'mnist',
    seed: 1,
    members: [
      {
        recipe: 'sgan',
        params: { batch: 2, labelledBatch: 2, baseline: true, examineEvery: 1 },
        generator: 'dense784.tanh.reshape28x28x1',
        discriminator: 'flatten.dense11',
      },
    ],
  },
  act: { kind: 'train', until: 1, examined: true },
  goal: { value: ([run]) => marksNow(run), is: 'atLeast', target: 0, unit: 'share' },
  wrong: {},
};

it('is judged by the marks of its last step, however soon that comes', async () => {
  const { controller, page, close } = await openRealPage('#recipe=gan&data=ring&width=0.02&batch=2&backend=simd');
  const verdict = await new Promise<Verdict>((resolve, reject) => {
    begin(
      controller,
      STEP,
      {},
      {
        onAttempt: ({ kind }) => kind === 'failed' && reject(new Error('The run has failed.')),
        onVerdict: resolve,
      },
    );
  });
  expect(page().group.step).toBe(1);
  expect(verdict.value).toBeGreaterThan(0);
  close();
});
