import { bar } from './halls/bar.ts';
import { dock } from './halls/dock.ts';
import { frame } from './halls/frame.ts';
import { rail } from './halls/rail.ts';
import { stage } from './halls/stage.ts';
import { strip } from './halls/strip.ts';
import { params } from './params.ts';
import { cautions, layerFaults, problems } from './problems/english.ts';
import { backendFalls, backendNotes, backendReasons, devices, openingDetails, tilings } from './problems/notes.ts';

/**
 * The page's texts in English, hall by hall. What varies is a function; every other language has exactly these names.
 */
export const en = {
  ...frame,
  ...bar,
  ...strip,
  ...rail,
  ...stage,
  ...dock,
  /** What is wrong and what to do, by the code of the problem. */
  problems,
  cautions,
  layerFaults,
  backendFalls,
  devices,
  backendReasons,
  backendNotes,
  openingDetails,
  tilings,
  param: params,
};
