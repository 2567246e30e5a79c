import { layerCases } from './layerCases.ts';
import { objectiveCases } from './objectiveCases.ts';
import { penaltyCases } from './penaltyCases.ts';

/** Everything that training differentiates. Each backend is held to it. */
export const derivativeCases = [...layerCases, ...objectiveCases, ...penaltyCases];
