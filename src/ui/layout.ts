/** What of the page is open: about the page alone, never about a run. */
import { create } from 'zustand';
import { type Every, NEVER } from './quality/every.ts';

export const DOCK_TABS = ['curves', 'quality', 'understand', 'inside'] as const;
export type DockTab = (typeof DOCK_TABS)[number];

/** What of a run the stage shows; a comparison has a stage of its own, without tabs. */
export const STAGE_TABS = ['samples', 'latent', 'one', 'play'] as const;
export type StageTab = (typeof STAGE_TABS)[number];

/** What a person does where they play: in D's place, in G's, or painting data. */
export const PLAY_ROLES = ['D', 'G', 'data'] as const;
export type PlayRole = (typeof PLAY_ROLES)[number];

/** What there is to understand, one at a time: in the dock's tab of that name. */
export const UNDERSTAND_TABS = ['losses', 'step', 'sample', 'gradient', 'errata'] as const;
export type UnderstandTab = (typeof UNDERSTAND_TABS)[number];

/** Where there is room for one part of the page at a time. */
export const PANES = ['picture', 'dock', 'lesson', 'settings'] as const;
export type Pane = (typeof PANES)[number];

/** What the rail shows. */
export const RAIL_MODES = ['lesson', 'settings'] as const;
export type RailMode = (typeof RAIL_MODES)[number];

/** Charts that can be shown without the others. */
export const CHARTS = ['accuracy', 'losses', 'gradient', 'scores'] as const;
export type ChartName = (typeof CHARTS)[number];

/** What another page can have in a frame. */
export const EMBED_PARTS = ['stage', ...DOCK_TABS] as const;
export type EmbedPart = (typeof EMBED_PARTS)[number];

/** Controls that a link can lock: they stay, say so, and do nothing. */
export const LOCKABLE = ['systems', 'data', 'settings', 'errata', 'networks'] as const;
export type Lockable = (typeof LOCKABLE)[number];

/** What a link can hide. Of a control, what it says stays. */
export const PANELS = [...LOCKABLE, 'timeline', ...DOCK_TABS] as const;
export type PanelName = (typeof PANELS)[number];

interface Layout {
  readonly dock: DockTab;
  readonly stage: StageTab;
  readonly play: PlayRole;
  readonly understand: UnderstandTab;
  /** Whether the rail is open, or a narrow column that opens it. */
  readonly rail: boolean;
  readonly mode: RailMode;
  /** Which sections of the settings are open beyond the first. */
  readonly sections: readonly string[];
  readonly pane: Pane;
  /** Arrows of D's gradient over the plane. */
  readonly arrows: boolean;
  /** Large, with nothing but the picture and charts. */
  readonly present: boolean;
  /** Which charts are shown there, and in a frame. */
  readonly charts: readonly ChartName[];
  /** So many of them there is room for; all until that is known. */
  readonly chartRoom: number;
  /** Nothing but these; none where the page is whole. */
  readonly embed: readonly EmbedPart[];
  readonly hidden: readonly PanelName[];
  readonly locked: readonly Lockable[];
  /** The lesson that the link names; empty for none. */
  readonly lesson: string;
  /** Steps after which the samples are measured again. */
  readonly every: Every;
}

/** Narrower, and the settings would take the picture's place. The same width is in `App.module.css`. */
const ROOM_FOR_ALL = '(width >= 1180px)';

/** Whether the settings are open where nobody has said. Without a window there is room. */
export const hasRoomForAll = (): boolean => typeof window === 'undefined' || window.matchMedia(ROOM_FOR_ALL).matches;

export const useLayout = create<Layout>(() => ({
  dock: 'curves',
  stage: 'samples',
  play: 'D',
  understand: 'losses',
  rail: hasRoomForAll(),
  mode: 'settings',
  sections: [],
  pane: 'picture',
  arrows: false,
  present: false,
  charts: CHARTS,
  chartRoom: Number.POSITIVE_INFINITY,
  embed: [],
  hidden: [],
  locked: [],
  lesson: '',
  every: NEVER,
}));

/** One part of a phone's page; lesson and settings are both the rail, which elsewhere is beside the picture. */
export const showPane = (pane: Pane): void =>
  useLayout.setState(pane === 'lesson' || pane === 'settings' ? { pane, mode: pane } : { pane });

/** On a phone the rail comes to the front with it. */
export const showMode = (mode: RailMode): void =>
  useLayout.setState(({ pane }) => ({
    mode,
    rail: true,
    pane: pane === 'lesson' || pane === 'settings' ? mode : pane,
  }));

/** Whether a lesson is on the rail. */
export const isInLesson = ({ mode, lesson }: Pick<Layout, 'mode' | 'lesson'>): boolean =>
  mode === 'lesson' && lesson !== '';
