import { isInEffect } from '../../core/params.ts';
import { planOf } from '../state/plan.ts';
import { type RunSettings, specsOf } from '../state/settings.ts';

/** What the gradient norm is held at; null where nothing pulls it anywhere. */
export function targetOf(opened: RunSettings): number | null {
  const { penalty, gradientNorm } = planOf(opened);
  const { k } = specsOf(opened);
  const held = penalty !== null && penalty.weight > 0 && k !== undefined && isInEffect(k, opened.params);
  return held ? gradientNorm.target : null;
}
