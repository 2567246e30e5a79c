import { type LayerReport, NETWORKS } from '../../core/inspection.ts';
import type { Rule } from '../rule.ts';
import { backDown, suggest, times } from '../suggest.ts';

/** Units of a ReLU that are zero for every example. */
const DEAD = 0.95;
/** Outputs of a hidden tanh or sigmoid at its ends. */
const SATURATED = 0.9;

/** G's last activation is meant to reach its ends: black is −1. */
const isTooIdle = ({ idle }: LayerReport, isLast: boolean): boolean =>
  idle !== null && (idle.kind === 'dead' ? idle.share > DEAD : idle.share > SATURATED && !isLast);

/**
 * Dead or saturated layers: when one last looked inside, more than 95 % of a ReLU's units were zero for every example,
 * or more than 90 % of the outputs of a hidden tanh or sigmoid were at its ends. Neither lets a gradient through, so
 * what is dead stays dead: the remedy is for a new run. G's last layer is left out. Holds for every objective.
 */
export const rule: Rule = {
  id: 'idle',
  patience: 0,
  examine(_, context) {
    const { inspection } = context;
    if (!inspection) return null;
    for (const network of NETWORKS) {
      const layers = inspection.layers[network];
      const last = layers.findLast(({ idle }) => idle !== null)?.index;
      const layer = layers.find((report) => isTooIdle(report, network === 'generator' && report.index === last));
      if (!layer?.idle) continue;
      const rate = network === 'generator' ? 'lrG' : 'lrD';
      return {
        id: 'idle',
        evidence: {
          series: [network === 'generator' ? 'lossG' : 'lossD'],
          fromStep: inspection.step,
          toStep: inspection.step,
        },
        suggestion: suggest(context, [backDown(context, rate), times(context, 0.25, rate)], true),
        details: {
          network: network === 'generator' ? 'G' : 'D',
          layer: layer.index + 1,
          percent: Math.round(100 * layer.idle.share),
          kind: layer.idle.kind,
        },
      };
    }
    return null;
  },
};
