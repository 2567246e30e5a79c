import { expect, it } from 'vitest';
import { pythonAlgebra, textOf, variable } from './algebra.ts';

const ops = pythonAlgebra('real');
const [a, b] = [variable('a'), variable('b')];

it.each([
  ['a + b', ops.add(a, b)],
  ['a - (b - 1)', ops.sub(a, ops.sub(b, 1))],
  ['a + 1', ops.sub(a, -1)],
  ['a', ops.sub(a, 0)],
  ['a', ops.add(a, ops.mul(b, 0))],
  ['0.5 * (a + b)', ops.mul(ops.add(a, b), 0.5)],
  ['(a - b).square().mean()', ops.mean(ops.square(ops.sub(a, b)))],
  ['-(a + b)', ops.neg(ops.add(a, b))],
  ['-F.softplus(-a).mean()', ops.neg(ops.mean(ops.softplus(ops.neg(a))))],
  ['(-a).clamp(-0.01, 0.01)', ops.clip(ops.neg(a), -0.01, 0.01)],
  ['a.square().sum() / (2 * len(real))', ops.div(ops.sum(ops.square(a)), 2 * (a.shape[0] as number))],
  ['a.log() / 3', ops.div(ops.log(a), 3)],
  ['F.relu(1 - a)', ops.relu(ops.sub(1, a))],
  ['torch.sigmoid(a * b)', ops.sigmoid(ops.mul(a, b))],
])('%s', (text, value) => expect(textOf(value)).toBe(text));
