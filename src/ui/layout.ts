/** What of the page is open: about the page alone, never about a run. */
import { create } from 'zustand';

export const DOCK_TABS = ['curves', 'quality', 'understand', 'inside'] as const;
export type DockTab = (typeof DOCK_TABS)[number];

/** Where there is room for one part of the page at a time. */
export const PANES = ['picture', 'dock', 'rail'] as const;
export type Pane = (typeof PANES)[number];

interface Layout {
  readonly dock: DockTab;
  /** Whether the settings are open, or a narrow column that opens them. */
  readonly rail: boolean;
  /** Which sections of the settings are open beyond the first. */
  readonly sections: readonly string[];
  readonly pane: Pane;
}

/** Narrower, and the settings would take the picture's place. The same width is in `App.module.css`. */
const ROOM_FOR_ALL = '(width >= 1180px)';

export const useLayout = create<Layout>(() => ({
  dock: 'curves',
  rail: window.matchMedia(ROOM_FOR_ALL).matches,
  sections: [],
  pane: 'picture',
}));
