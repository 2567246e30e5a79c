import { useEffect } from 'react';
import { useGroup } from '../playground.ts';
import { isTraining } from '../state/phase.ts';
import { letTrain } from './turns.ts';

/** Charts rest between their turns while something trains, and only then. */
export function useRests(): void {
  const trains = useGroup(({ phase }) => isTraining(phase));
  useEffect(() => letTrain(trains), [trains]);
}
