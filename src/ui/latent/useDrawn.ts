import { useCallback, useEffect, useMemo, useState } from 'react';
import { EngineError, type EngineErrorData } from '../../core/errors.ts';
import type { Asked, Drawn, LatentPoints, PlaygroundEngine, RequestName, Requests } from '../../protocol/index.ts';
import { createAsker } from '../asking.ts';
import { useController, useRun } from '../playground.ts';

export interface Answered<Answer> {
  readonly answer: Answer | null;
  readonly error: EngineErrorData | null;
}

const NOTHING = { answer: null, error: null } as const;

/** The run that can be asked; 0 while there is none. */
export const useAskable = (): number => useRun(({ info, phase }) => (phase.kind === 'failed' ? 0 : (info?.run ?? 0)));

/** Asks one question at a time, the newest; what was answered last stays until the next answer. */
export function useAnswer<Wish, Answer>(
  ask: (request: PlaygroundEngine['request'], wish: Wish) => Promise<Answer>,
): Answered<Answer> & { wish(wish: Wish): void } {
  const { request } = useController();
  const [state, setState] = useState<Answered<Answer>>(NOTHING);
  const { wish } = useMemo(
    () =>
      createAsker(
        (wanted: Wish) => ask(request, wanted),
        {
          answer: (answer) => setState({ answer, error: null }),
          fail: (thrown) => setState((before) => ({ ...before, error: EngineError.from(thrown).toData() })),
        },
        0,
      ),
    [ask, request],
  );
  return { ...state, wish };
}

const draw = (request: PlaygroundEngine['request'], wish: Requests['draw'][0]): Promise<Drawn> => request('draw', wish);

/**
 * What G makes of latent points, now and whenever the run has a newer picture.
 *
 * @param asked the same object as long as the same is asked; null for nothing yet
 */
export function useDrawn(asked: Asked | null): Answered<Drawn> {
  const run = useAskable();
  const step = useRun(({ grid }) => grid?.step ?? -1);
  const { wish, answer, error } = useAnswer(draw);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer picture is a reason to draw anew
  useEffect(() => {
    if (run > 0 && asked) wish({ run, ...asked });
  }, [run, asked, step, wish]);
  return { answer, error };
}

type Plain = Extract<RequestName, 'directions' | 'latentPoints'>;

/** What is asked once of each run, and again when told. */
export function useOnce<Name extends Plain>(name: Name, rest: Omit<Requests[Name][0], 'run'>, again = 0) {
  const run = useAskable();
  const ask = useCallback(
    (request: PlaygroundEngine['request'], wish: Requests[Name][0]) => request(name, wish),
    [name],
  );
  const { wish, answer, error } = useAnswer(ask);
  const key = JSON.stringify(rest);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rest` by what it says
  useEffect(() => {
    if (run > 0) wish({ run, ...rest } as Requests[Name][0]);
  }, [run, key, again, wish]);
  return { answer, error };
}

/** The places behind the grid of all classes: they tell the space, too. */
export const useGridPoints = (): LatentPoints | null =>
  useOnce('latentPoints', { of: { kind: 'grid', classes: 'all' } }).answer;
