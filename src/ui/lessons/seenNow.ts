import type { Seen } from '../../lessons/seen.ts';
import { stateOf } from '../state/member.ts';
import type { PageState } from '../state/store.ts';

/** The runs on the screen, as goals look at them. */
export const seenNow = ({ members }: Pick<PageState, 'members'>): Seen =>
  members.map((member) => {
    const { opened, step, grid, effect } = stateOf(member);
    const { recipe, data, params } = opened;
    return { recipe, data, params, step, history: member.history, scores: member.scores.all(), view: grid, effect };
  });
