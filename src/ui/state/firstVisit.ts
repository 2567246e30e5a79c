/** The first minute: who comes by an address that says nothing of a run finds a trained model, and lessons. */
import type { Controller } from './controller.ts';
import { type Member, stateOf } from './member.ts';
import { DEFAULT_RECIPE, type RunSettings, sameSettings } from './settings.ts';
import { isViewKey } from './viewLink.ts';

/** Whether a link's hash names no setting of a run; the view is another matter. */
export const saysNothing = (hash: string): boolean =>
  [...new URLSearchParams(hash.replace(/^#/, '')).keys()].every((key) => isViewKey(key) && key !== 'lesson');

/**
 * Opens the model that a visit begins with.
 *
 * @returns whether the page still shows it, with the settings that it came with: then the address need not name them
 */
export function openFirst({ page, openModel }: Pick<Controller, 'page' | 'openModel'>): () => boolean {
  let first: { readonly member: Member; readonly settings: RunSettings } | 'coming' | null = 'coming';
  openModel(DEFAULT_RECIPE)
    .then((came) => {
      const [member] = page.getState().members;
      first = came && member ? { member, settings: stateOf(member).wanted } : null;
    })
    .catch(console.warn);
  return () => {
    if (first === null) return false;
    const { members } = page.getState();
    const [member] = members;
    if (!member || members.length > 1) return false;
    if (first === 'coming') return stateOf(member).phase.kind === 'opening';
    return member === first.member && sameSettings(stateOf(member).wanted, first.settings);
  };
}
