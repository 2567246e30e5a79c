import { describe, expect, it } from 'vitest';
import { NOTHING_DRAWN } from '../../lessons/sketch.ts';
import { parseKept } from './learner.ts';

const NOTHING = { at: {}, answers: {} };
const ANSWER = {
  prediction: 'all',
  sketch: null,
  chosen: null,
  verdict: { value: 8, met: true, happened: 'all', course: null },
  passed: true,
};
const CURVE = NOTHING_DRAWN.map((_, place) => place);

describe('what was kept of lessons', () => {
  it('is read back', () => {
    const kept = { at: { game: 2 }, answers: { 'game/play': ANSWER } };
    expect(parseKept(JSON.stringify({ form: 1, ...kept }))).toEqual(kept);
  });

  it.each([null, '', '{', '[]', 'null', '{"form":2,"at":{"game":1},"answers":{}}', '{"form":1}'])(
    'is nothing where it is %s',
    (text) => {
      expect(parseKept(text)).toEqual(NOTHING);
    },
  );

  it('is read as far as it can be', () => {
    const answers = { 'game/play': ANSWER, 'game/onlyD': 'yes', 'game/onlyG': { passed: 1 } };
    const text = JSON.stringify({ form: 1, at: { game: 1, collapse: -1, steep: 'x' }, answers });
    expect(parseKept(text)).toEqual({ at: { game: 1 }, answers: { 'game/play': ANSWER } });
  });

  it('has the curve that was drawn, and the one that came, if they are curves', () => {
    const drawn = { ...ANSWER, sketch: CURVE, verdict: { ...ANSWER.verdict, course: CURVE } };
    const read = (answer: object) =>
      parseKept(JSON.stringify({ form: 1, at: {}, answers: { 'steep/rise': answer } })).answers['steep/rise'];
    expect(read(drawn)).toEqual(drawn);
    expect(read({ ...drawn, sketch: [1, 2], verdict: { ...drawn.verdict, course: 'up' } })).toEqual(ANSWER);
    const { sketch: _, ...earlier } = ANSWER;
    expect(read({ ...earlier, verdict: { value: 8, met: true, happened: 'all' } })).toEqual(ANSWER);
  });
});
