import type { PenaltySpec } from '../plan.ts';
import { dragan } from './dragan.ts';
import type { Penalty } from './penalty.ts';
import { r1 } from './r1.ts';
import { wganGp } from './wganGp.ts';

export const penalties: Readonly<Record<PenaltySpec['kind'], Penalty>> = { dragan, wganGp, r1 };
