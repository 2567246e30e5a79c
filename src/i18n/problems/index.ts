/** What went wrong, in the page's language. */

import type { BackendFall, BackendNote, BackendReason, Device, OpeningDetail, Tiling } from '../../core/backends.ts';
import type { Caution, LayerFault } from '../../core/problems/networks.ts';
import type { Problem } from '../../core/problems.ts';
import { formatsNow, partNow, textsNow } from '../index.ts';
import { isOf, say } from './words.ts';

/**
 * One or two sentences on what is wrong and what to do.
 * @throws Error for a problem of files that were brought, while the dialog for that has not been fetched
 */
export function sentenceOf(problem: Problem): string {
  const { problems } = textsNow();
  return isOf(problems, problem) ? say(problems, problem) : say(partNow('bring').problems, problem);
}

/** One or two sentences on what one should know of settings that can be trained. */
export const cautionOf = (caution: Caution): string => say(textsNow().cautions, caution);

/** What is wrong with a layer, to go on after its name. */
export const layerFaultOf = (fault: LayerFault): string => say(textsNow().layerFaults, fault);

/** What a backend computes on. */
export const deviceOf = (device: Device): string => say(textsNow().devices, device);

/** Why a backend was taken. */
export const backendReasonOf = (reason: BackendReason): string => say(textsNow().backendReasons, reason);

/** Why a backend is slower than it might be. */
export function backendFallOf(fall: BackendFall): string {
  const sentence = say(textsNow().backendFalls, fall);
  return fall.code === 'fall.javaScript' ? formatsNow().sentences([sentence, sentenceOf(fall.why)]) : sentence;
}

/** How products are shared out on a GPU. */
export const tilingOf = (tiling: Tiling): string => say(textsNow().tilings, tiling);

/** What was found of a backend, for a table. */
export const backendNoteOf = (note: BackendNote): string =>
  note.code === 'note.failed' ? sentenceOf(note.why) : say(textsNow().backendNotes, note);

/** What an opening run waits for. */
export const openingDetailOf = (detail: OpeningDetail): string => say(textsNow().openingDetails, detail);
