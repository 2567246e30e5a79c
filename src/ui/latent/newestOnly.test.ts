import { expect, it } from 'vitest';
import { newestOnly } from './newestOnly.ts';

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
  const wish = newestOnly(
    ask,
    (value) => seen.push(value),
    () => undefined,
  );
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
  const wish = newestOnly(
    ask,
    () => undefined,
    (thrown) => failures.push(thrown),
  );
  wish(-1);
  wish(2);
  await answer();
  expect(failures).toHaveLength(1);
  expect(asked).toEqual([-1, 2]);
});
