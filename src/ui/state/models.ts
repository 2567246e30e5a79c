/** Opening a trained model that lies beside the page: as a run of its own, which goes on like any other. */
import { EngineError } from '../../core/errors.ts';
import { imported } from '../../core/imported.ts';
import { type Desk, membersOf, show } from './desk.ts';
import { openAnew, openKept } from './groups.ts';
import { createMember, stateOf } from './member.ts';
import { dataOf, presetInner, type RunSettings, recipeOf } from './settings.ts';

const fetching = imported(
  () => import('../models/fetchModel.ts'),
  (module) => module.fetchModel,
);

/** As the recipe comes. */
function presetOf(recipe: string): RunSettings {
  const of = { recipe, data: dataOf([recipe])[0] ?? '' };
  return { ...of, ...presetInner(of), seed: 1, backend: 'auto' };
}

/**
 * Fetches the model of a system and opens it; what is on the screen is put aside then, and not before. Where nothing is,
 * the system as it comes stands there meanwhile, and is opened if there is no model to be had. What goes wrong is said.
 *
 * @returns whether it is open, or being opened; not where something else came to the screen meanwhile
 */
export async function openModel(desk: Desk, recipe: string): Promise<boolean> {
  const { name } = recipeOf(recipe);
  const waiting = membersOf(desk).length === 0 ? [createMember(presetOf(recipe))] : null;
  if (waiting) show(desk, waiting);
  const before = membersOf(desk);
  const controller = new AbortController();
  desk.fetching.abort();
  desk.fetching = controller;
  const { signal } = controller;
  const say = (bytes: number) => !signal.aborted && desk.page.setState({ fetching: { name, bytes } });
  const wantsTraining = (): boolean => {
    const phase = waiting?.[0] && stateOf(waiting[0]).phase;
    return phase?.kind === 'opening' && phase.train;
  };
  say(0);
  try {
    const fetchModel = await fetching();
    const member = await fetchModel({ id: recipe, name }, document.baseURI, { signal, onProgress: say });
    if (membersOf(desk) !== before) return false;
    openKept(desk, [member], wantsTraining());
    return true;
  } catch (thrown) {
    if (signal.aborted) return false;
    desk.page.setState({ problem: EngineError.from(thrown).toData() });
    if (waiting && membersOf(desk) === waiting)
      openAnew(
        desk,
        waiting.map((member) => stateOf(member).wanted),
        { train: wantsTraining() },
      );
    return false;
  } finally {
    if (!signal.aborted) desk.page.setState({ fetching: null });
  }
}
