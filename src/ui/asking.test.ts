import { expect, it } from 'vitest';
import { createAsker } from './asking.ts';

/** Nothing happens but what a test lets happen. */
function play(every = 100) {
  const asked: number[] = [];
  const answered: number[] = [];
  const failed: unknown[] = [];
  let now = 0;
  let waking: (() => void) | null = null;
  let answering: { resolve(): void; reject(thrown: unknown): void } | null = null;
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 8; i++) await Promise.resolve();
  };
  const asker = createAsker<number, number>(
    (wish) => {
      asked.push(wish);
      return new Promise((resolve, reject) => {
        answering = { resolve: () => resolve(10 * wish), reject };
      });
    },
    { answer: (answer) => answered.push(answer), fail: (thrown) => failed.push(thrown) },
    every,
    {
      now: () => now,
      wait: () =>
        new Promise((resolve) => {
          waking = resolve;
        }),
    },
  );
  return {
    asker,
    asked,
    answered,
    failed,
    async answer() {
      answering?.resolve();
      await settle();
    },
    async refuse(thrown: unknown) {
      answering?.reject(thrown);
      await settle();
    },
    async pass(milliseconds: number) {
      now += milliseconds;
      waking?.();
      await settle();
    },
  };
}

it('asks at once, one question at a time, and of what was wished meanwhile the newest', async () => {
  const { asker, asked, answered, answer, pass } = play();
  asker.wish(1);
  asker.wish(2);
  asker.wish(3);
  expect(asked).toEqual([1]);
  await pass(150);
  expect(asked).toEqual([1]);
  await answer();
  expect(answered).toEqual([10]);
  expect(asked).toEqual([1, 3]);
});

it('waits between two questions, and takes what is newest then', async () => {
  const { asker, asked, answer, pass } = play();
  asker.wish(1);
  await answer();
  asker.wish(2);
  asker.wish(3);
  await pass(0);
  expect(asked).toEqual([1, 3]);
});

it('goes on after a failure, and says nothing after its end', async () => {
  const { asker, asked, answered, failed, answer, refuse, pass } = play();
  asker.wish(1);
  await refuse('no');
  expect(failed).toEqual(['no']);
  asker.wish(2);
  await pass(100);
  expect(asked).toEqual([1, 2]);
  asker.end();
  await answer();
  expect(answered).toEqual([]);
});

/** Answers only when it is told to. */
function slowly() {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const ask = (wish: number) =>
    new Promise<number>((resolve, reject) => {
      asked.push(wish);
      answers.push(() => (wish < 0 ? reject(new Error('no')) : resolve(wish)));
    });
  const answer = async () => {
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { ask, asked, answer };
}

it('of wishes that come while one is under way, the newest alone is asked', async () => {
  const { ask, asked, answer } = slowly();
  const seen: number[] = [];
  const { wish } = createAsker(ask, { answer: (value) => seen.push(value), fail: () => undefined }, 0);
  for (const value of [1, 2, 3, 4]) wish(value);
  expect(asked).toEqual([1]);
  await answer();
  expect(asked).toEqual([1, 4]);
  await answer();
  expect(seen).toEqual([1, 4]);
  wish(5);
  expect(asked).toEqual([1, 4, 5]);
});

it('a failure is told, and the next wish is asked', async () => {
  const { ask, asked, answer } = slowly();
  const failures: unknown[] = [];
  const { wish } = createAsker(ask, { answer: () => undefined, fail: (thrown) => failures.push(thrown) }, 0);
  wish(-1);
  wish(2);
  await answer();
  expect(failures).toHaveLength(1);
  expect(asked).toEqual([-1, 2]);
});
