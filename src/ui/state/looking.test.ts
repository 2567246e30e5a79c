import { beforeEach, describe, expect, it } from 'vitest';
import type { SampleGrid } from '../../core/views.ts';
import { createAutomation } from './automation.ts';
import { rewind } from './member.ts';
import { frame, openPage, settled, type TestPage } from './testing/page.ts';

const picture = (step: number): SampleGrid => {
  const grid = {
    ...{ rows: 1, columns: 1, height: 1, width: 1, channels: 1, labels: null },
    pixels: new Uint8ClampedArray([step]),
  };
  return { kind: 'images', step, classes: 'all', generated: grid, real: grid };
};

let page: TestPage;
/** Another picture of every run on the screen. */
const drawn = (...steps: readonly number[]): void => {
  for (const step of steps)
    for (const { run } of page.page().members) {
      page.tell(frame(run, step, { grid: picture(step) }));
      // Two animation frames: each paints one picture.
      page.paint();
      page.paint();
    }
};
const shown = () => page.page().looking?.pictures.map((one) => one?.step);

beforeEach(async () => {
  page = await openPage('');
  page.controller.toggle();
  drawn(0, 10, 20, 30);
});

describe('a look at an earlier step', () => {
  it('shows the picture of then, and the training goes on', () => {
    page.controller.look(25);
    expect(shown()).toEqual([20]);
    drawn(40);
    expect(shown()).toEqual([20]);
    expect(page.state()).toMatchObject({ step: 40, grid: { step: 40 }, phase: { kind: 'training' } });
    expect(page.payloads('pause')).toEqual([]);
    const { looking, step, grid } = createAutomation(page.controller).state();
    expect([looking, step, grid?.step]).toEqual([25, 40, 20]);
    page.controller.goLive();
    expect(createAutomation(page.controller).state()).toMatchObject({ looking: null, grid: { step: 40 } });
  });

  it('keeps its picture when the timeline lets that go', () => {
    page.controller.look(20);
    rewind(page.member(), 10);
    expect(page.member().timeline.frames()).toHaveLength(2);
    expect(shown()).toEqual([20]);
  });

  it('is of all runs on the screen', async () => {
    page = await openPage('#compare=gan,dragan&data=ring');
    drawn(0, 10, 20);
    page.controller.look(10);
    expect(shown()).toEqual([10, 10]);
  });

  it.each([
    ['a pause', () => page.controller.toggle()],
    ['another class', () => page.controller.view(page.member(), 3)],
    ['Reset', () => page.controller.reset()],
    ['another system', () => page.controller.setRecipe('gan')],
    [
      'undoing',
      () => {
        page.controller.reset();
        page.controller.look(0);
        page.controller.undo();
      },
    ],
  ])('ends with %s', async (_, act) => {
    page.controller.look(10);
    act();
    await settled();
    expect(page.page().looking).toBeNull();
  });

  it('ends with a single step, and with training', async () => {
    page.controller.toggle();
    await settled();
    page.controller.look(10);
    page.controller.step('D');
    expect(page.page().looking).toBeNull();
    await settled();
    page.controller.look(10);
    page.controller.toggle();
    expect(page.page().looking).toBeNull();
  });

  it('ends where the run goes back', async () => {
    page.controller.look(10);
    page.answers.returnToBest = async () => ({ step: 20 });
    page.controller.returnToBest(page.member());
    await settled();
    expect(page.page().looking).toBeNull();
  });
});

it('a run that is brought back has its timeline', async () => {
  const { timeline } = page.member();
  page.controller.setRecipe('gan');
  await settled();
  expect(page.member().timeline.frames()).toEqual([]);
  page.controller.undo();
  await settled();
  expect(page.member().timeline).toBe(timeline);
  expect(timeline.frames().map(({ step }) => step)).toEqual([0, 10, 20, 30]);
});
