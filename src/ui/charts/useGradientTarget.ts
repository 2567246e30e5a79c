import { useMemo } from 'react';
import { isInEffect } from '../../core/params.ts';
import { useTexts } from '../../i18n/index.ts';
import { usePage } from '../playground.ts';
import { type Settings, specsOf } from '../state/hash.ts';
import { planOf } from '../state/plan.ts';
import type { Mark } from './Mark.tsx';

/** What the gradient norm is held at; null where nothing pulls it anywhere. */
export function targetOf(opened: Settings): number | null {
  const { penalty, gradientNorm } = planOf(opened);
  const { k } = specsOf(opened);
  const held = penalty !== null && penalty.weight > 0 && k !== undefined && isInEffect(k, opened.params);
  return held ? gradientNorm.target : null;
}

/** The target k as a mark in the gradient's chart, or k² where that shows squares; live: what is set now. */
export function useGradientTarget(square: boolean): Mark | null {
  const texts = useTexts();
  const k = usePage(({ opened }) => targetOf(opened));
  return useMemo(() => {
    if (k === null) return null;
    const at = square ? k * k : k;
    return { at, label: `${square ? texts.chart.targetSquare : texts.chart.target} = ${at}` };
  }, [k, square, texts]);
}
