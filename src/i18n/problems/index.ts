/** What went wrong, in the page's language. */

import type { Caution, LayerFault } from '../../core/problems/networks.ts';
import type { Problem } from '../../core/problems.ts';
import { textsNow } from '../index.ts';
import { say } from './words.ts';

/** One or two sentences on what is wrong and what to do. */
export const sentenceOf = (problem: Problem): string => say(textsNow().problems, problem);

/** One or two sentences on what one should know of settings that can be trained. */
export const cautionOf = (caution: Caution): string => say(textsNow().cautions, caution);

/** What is wrong with a layer, to go on after its name. */
export const layerFaultOf = (fault: LayerFault): string => say(textsNow().layerFaults, fault);
