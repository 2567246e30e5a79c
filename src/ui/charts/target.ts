import { isInEffect } from '../../core/params.ts';
import { type Settings, specsOf } from '../state/hash.ts';
import { planOf } from '../state/plan.ts';

/** What the gradient norm is held at; null where nothing pulls it anywhere. */
export function targetOf(opened: Settings): number | null {
  const { penalty, gradientNorm } = planOf(opened);
  const { k } = specsOf(opened);
  const held = penalty !== null && penalty.weight > 0 && k !== undefined && isInEffect(k, opened.params);
  return held ? gradientNorm.target : null;
}
