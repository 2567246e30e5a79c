import { type FocusEvent, useCallback, useEffect } from 'react';
import type { ScalarName } from '../../core/scalars.ts';
import { useMember, useRun } from '../playground.ts';

/**
 * Makes a curve heavier while one points at what has the handlers, or until it is pressed again: the charts may be out of
 * sight meanwhile. Diagnosis lights steps, not curves, so this has fields of its own in the run's state.
 */
export function useLighting(curve: ScalarName) {
  const { store } = useMember();
  const isKept = useRun(({ keptCurve }) => keptCurve === curve);
  const isLit = useRun(({ pointedCurve, keptCurve }) => (pointedCurve ?? keptCurve) === curve);
  const point = (): void => store.setState({ pointedCurve: curve });
  const leave = useCallback(
    () => store.setState(({ pointedCurve }) => ({ pointedCurve: pointedCurve === curve ? null : pointedCurve })),
    [store, curve],
  );
  useEffect(() => leave, [leave]);
  return {
    isLit,
    isKept,
    on: {
      onPointerEnter: point,
      onPointerLeave: leave,
      // A press leaves the focus where it was; only a keyboard's is pointing.
      onFocus: ({ currentTarget }: FocusEvent) => currentTarget.matches(':focus-visible') && point(),
      onBlur: leave,
      onClick: () => store.setState(({ keptCurve }) => ({ keptCurve: keptCurve === curve ? null : curve })),
    },
  };
}
