import { useMemo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { usePage } from '../playground.ts';

/** The target k as a mark in the gradient's chart, or k² where that shows squares; live: what is set now. */
export function useGradientTarget(square: boolean) {
  const texts = useTexts();
  const k = usePage(({ info, opened }) =>
    typeof opened.params.k === 'number' ? opened.params.k : (info?.gradientTarget ?? null),
  );
  return useMemo(() => {
    if (k === null) return null;
    const at = square ? k * k : k;
    return { at, label: `${square ? texts.chart.targetSquare : texts.chart.target} = ${at}` };
  }, [k, square, texts]);
}
