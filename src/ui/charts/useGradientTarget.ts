import { useMemo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useRun } from '../playground.ts';
import type { Mark } from './Mark.tsx';
import { targetOf } from './target.ts';

/** The target k as a mark in the gradient's chart, or k² where that shows squares; live: what is set now. */
export function useGradientTarget(square: boolean): Mark | null {
  const texts = useTexts();
  const k = useRun(({ opened }) => targetOf(opened));
  return useMemo(() => {
    if (k === null) return null;
    const at = square ? k * k : k;
    return { at, label: `${square ? texts.chart.targetSquare : texts.chart.target} = ${at}` };
  }, [k, square, texts]);
}
