/** Presentation: nothing but the picture and what the teacher chose, large. */
import { useLayout } from '../layout.ts';
import { useFull } from './full.ts';

export const togglePresentation = (): void => useLayout.setState(({ present }) => ({ present: !present }));

export const leavePresentation = (): void => useLayout.setState({ present: false });

/** Whether Escape means the presentation: nothing lies over the page that it would close. */
export const canLeavePresentation = (): boolean =>
  useLayout.getState().present &&
  useFull.getState().card === null &&
  document.querySelector(':popover-open, dialog[open]') === null;
