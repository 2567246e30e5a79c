import type { Texts } from '../../texts.ts';
import { bar } from './halls/bar.ts';
import { dock } from './halls/dock.ts';
import { frame } from './halls/frame.ts';
import { rail } from './halls/rail.ts';
import { stage } from './halls/stage.ts';
import { strip } from './halls/strip.ts';
import { params } from './params.ts';
import { cautions, layerFaults } from './problems/networks.ts';
import { backendFalls, backendNotes, backendReasons, devices, openingDetails, tilings } from './problems/notes.ts';
import { problems } from './problems/page.ts';

/** The page's texts in Simplified Chinese, hall by hall. Which word stands for which: docs/translation.md. */
export const zh = {
  ...frame,
  ...bar,
  ...strip,
  ...rail,
  ...stage,
  ...dock,
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
} satisfies Texts;
