import { isInEffect, type ParamSpecs, type ParamValues } from '../core/params.ts';
import type { Plan } from './plan.ts';

/** What the norm of D's gradient is held at; null where nothing pulls it anywhere: of some penalties k is no part. */
export function targetOf({ penalty, gradientNorm }: Plan, { k }: ParamSpecs, params: ParamValues): number | null {
  const held = penalty !== null && penalty.weight > 0 && k !== undefined && isInEffect(k, params);
  return held ? gradientNorm.target : null;
}
