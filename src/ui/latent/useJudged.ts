import { useEffect } from 'react';
import { brightnessOf } from '../../picture/brightness.ts';
import { oneImage } from '../../picture/oneImage.ts';
import type { Drawn, JudgeRequest, PlaygroundEngine, Verdict } from '../../protocol/index.ts';
import { type Answered, useAnswer, useAskable } from './useDrawn.ts';

const judge = (request: PlaygroundEngine['request'], wish: JudgeRequest): Promise<Verdict> => request('judge', wish);

/** What D makes of the first of some images, and the classifier, whenever they are drawn anew. */
export function useJudged(drawn: Drawn | null, label: number | null): Answered<Verdict> {
  const run = useAskable();
  const { wish, answer, error } = useAnswer(judge);
  useEffect(() => {
    if (run === 0 || drawn?.kind !== 'images') return;
    const examples = brightnessOf(oneImage(drawn.images, 0).pixels);
    wish({ run, examples, classes: label === null ? null : Uint8Array.of(label) });
  }, [run, drawn, label, wish]);
  return { answer, error };
}
