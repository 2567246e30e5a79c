/** What a person chooses: systems, data and seeds at once; parameters live, or when the person says so. */
import { checkParam, type ParamValue, type ParamValues } from '../../core/params.ts';
import { type Desk, membersOf, pageOf } from './desk.ts';
import { train } from './driving.ts';
import { choose, openAnew, rememberedOf, settle } from './groups.ts';
import type { LinkProblem } from './hash.ts';
import { isUntouched, type Member, move, stateOf } from './member.ts';
import { isTraining } from './phase.ts';
import { refusalOf } from './plan.ts';
import {
  besideOf,
  dataFor,
  dataOf,
  type GroupSettings,
  type Inner,
  movedTo,
  presetInner,
  type RunSettings,
  sameSettings,
  specsOf,
  takesSet,
} from './settings.ts';

export const wantedOf = (desk: Desk): readonly RunSettings[] => membersOf(desk).map((member) => stateOf(member).wanted);

/** As one comes to a system on a data set: as it was left, if that makes sense with what goes along. */
function arriving(desk: Desk, from: RunSettings, to: Pick<RunSettings, 'recipe' | 'data'>): RunSettings {
  const known = rememberedOf(desk, to);
  const moved = movedTo(from, to, known);
  return refusalOf(moved) === null ? moved : { ...from, ...to, ...(known ?? presetInner(to)) };
}

/** When and how long to train was said of what is left. */
const forgetLink = (desk: Desk): void => desk.page.setState({ run: false, stop: 0 });

/** One system alone. */
export function setRecipe(desk: Desk, id: string): void {
  const [from, ...others] = wantedOf(desk);
  if (!from || (from.recipe === id && others.length === 0)) return;
  desk.alone = null;
  forgetLink(desk);
  choose(desk, [arriving(desk, from, { recipe: id, data: dataFor(id, from.data) })]);
}

/** @param data a set that all members take */
export function setData(desk: Desk, data: string): void {
  const wanted = wantedOf(desk);
  if (wanted[0]?.data === data) return;
  choose(
    desk,
    wanted.map((from) => arriving(desk, from, { recipe: from.recipe, data })),
  );
}

/** Seed or backend, of all members. */
export function setShared(desk: Desk, shared: Partial<Pick<RunSettings, 'seed' | 'backend'>>): void {
  choose(
    desk,
    wantedOf(desk).map((from) => ({ ...from, ...shared })),
  );
}

/**
 * Trains these recipes beside each other; what was on the screen before, if there are none.
 *
 * @param data the data set, if all of them take it
 */
export function compare(desk: Desk, ids: readonly string[], data?: string): void {
  const wanted = wantedOf(desk);
  const [from] = wanted;
  if (!from) return;
  forgetLink(desk);
  if (ids.length === 0) {
    const alone = desk.alone ?? from;
    desk.alone = null;
    choose(desk, [alone]);
    return;
  }
  if (wanted.length === 1) desk.alone = from;
  const known = dataOf(ids);
  const asked = data ?? from.data;
  const on = ids.every((id) => takesSet(id, asked)) ? asked : (known[0] ?? asked);
  const left = [...wanted];
  choose(
    desk,
    ids.map((recipe) => {
      const at = left.findIndex((one) => one.recipe === recipe && one.data === on);
      const [stays] = at < 0 ? [] : left.splice(at, 1);
      return stays ?? besideOf(from, { recipe, data: on });
    }),
  );
}

/** Takes over changes of one run, if they make sense; says why if not, and leaves all as it was. */
function want(member: Member, changes: Partial<Inner>, name: string, value: ParamValue): void {
  const wanted = { ...stateOf(member).wanted, ...changes };
  const why = refusalOf(wanted);
  member.store.setState(why === null ? { wanted, refused: null } : { refused: { name, value, why } });
}

/** Parameters, of one run or of all that have them and can take these values. */
export function setParams(desk: Desk, params: ParamValues, of: readonly Member[] = membersOf(desk)): void {
  for (const member of of) {
    const { wanted } = stateOf(member);
    const specs = specsOf(wanted);
    const own = Object.entries(params).filter(([name, value]) => {
      const spec = specs[name];
      return spec !== undefined && checkParam(name, spec, value).ok;
    });
    const [first] = own;
    if (first) want(member, { params: { ...wanted.params, ...Object.fromEntries(own) } }, ...first);
  }
  settle(desk);
}

export function setNetworks(desk: Desk, member: Member, networks: Pick<Inner, 'generator' | 'discriminator'>): void {
  want(member, networks, 'networks', '');
  settle(desk);
}

export function resetParams(desk: Desk): void {
  for (const member of membersOf(desk)) {
    const { wanted } = stateOf(member);
    const { params } = presetInner(wanted);
    member.store.setState({ wanted: { ...wanted, params }, refused: null });
  }
  settle(desk);
}

/** With what waits, from step 0; it goes on training if it was. */
export function startOver(desk: Desk): void {
  const { phase } = pageOf(desk).group;
  const then = isTraining(phase) || (phase.kind === 'opening' && phase.train);
  openAnew(desk, wantedOf(desk), { train: then });
}

/** What waits is no longer wanted. */
export function keepOpened(desk: Desk): void {
  for (const { store } of membersOf(desk)) store.setState(({ opened }) => ({ wanted: opened, refused: null }));
}

/** Takes over a link, at once; training begins if it says so. */
export function applyLink(
  desk: Desk,
  { settings, problems }: { readonly settings: GroupSettings; readonly problems: readonly LinkProblem[] },
): void {
  const { members, run, stop } = settings;
  desk.page.setState({ problems, run, stop });
  const now = membersOf(desk);
  if (!fits(now, members)) {
    choose(desk, members, { train: run });
    return;
  }
  for (const [i, { store }] of now.entries()) store.setState({ wanted: members[i] as RunSettings, refused: null });
  settle(desk);
  if (!run) return;
  const { phase } = pageOf(desk).group;
  if (phase.kind === 'opening' && !phase.train)
    for (const member of now) move(member, { type: 'wantTraining', train: true });
  else train(desk);
}

/** Whether a link is about the runs on the screen: they are sound, and it changes nothing that takes new ones. */
function fits(now: readonly Member[], settings: readonly RunSettings[]): boolean {
  return (
    now.length === settings.length &&
    now.every((member, i) => {
      const { opened, phase } = stateOf(member);
      const asked = settings[i] as RunSettings;
      if (phase.kind === 'failed') return false;
      if (!sameSettings({ ...opened, params: {} }, { ...asked, params: {} })) return false;
      const specs = specsOf(opened);
      const restarts = Object.keys(specs).some(
        (name) => specs[name]?.applies === 'restart' && opened.params[name] !== asked.params[name],
      );
      return !restarts || isUntouched(member);
    })
  );
}
