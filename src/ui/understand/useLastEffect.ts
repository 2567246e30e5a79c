import type { StepPart } from '../../core/config.ts';
import type { Standing, StepEffect } from '../../protocol/index.ts';
import { useRun } from '../playground.ts';

/** What is measured before and after, where the system has it. */
export const MEASURED = ['lossD', 'lossG', 'scoreReal', 'scoreFake'] as const satisfies readonly (keyof Standing)[];

/** Of which network a step was, where it was of one. */
export const NETWORKS = { D: 'D', G: 'G', both: undefined } as const satisfies Record<StepPart, string | undefined>;

/** What the last single step did, until the run goes on, and whether it waits for one. */
export function useLastEffect(): { readonly effect: StepEffect | null; readonly waits: boolean } {
  const effect = useRun(({ effect: last, step }) => (last?.step === step ? last : null));
  const waits = useRun(({ phase }) => phase.kind === 'paused');
  return { effect, waits };
}
