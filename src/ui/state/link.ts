import type { Controller } from './controller.ts';
import { formatHash, parseHash } from './hash.ts';
import { stateOf } from './member.ts';
import type { GroupSettings } from './settings.ts';
import type { PageState, PageStore } from './store.ts';
import { formatView, type View } from './viewLink.ts';

/** Browsers refuse to rewrite the address more than a few times a second, and sliders move faster. */
const WRITE_DELAY_MS = 250;

/** Where the view is, of which the link tells the rest. */
export interface ViewPort {
  /** What the address says of it. */
  now(): View;
  show(view: View): void;
  /** @returns what ends that */
  subscribe(listener: () => void): () => void;
}

/** What the controls say. */
export const settingsOf = ({ members, run, stop }: PageState): GroupSettings => ({
  members: members.map((member) => stateOf(member).wanted),
  run,
  stop,
});

/** Which systems, on which data: the way back leads to the last ones, not to every turn of a knob. */
const placeOf = ({ members }: GroupSettings): string =>
  [...members.map(({ recipe }) => recipe), members[0]?.data].join(' ');

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('&');

/** An entry of the browser's history that was written here: who comes back to it comes for the run. */
const OWN = { ganPlayground: true } as const;
const isOwn = (state: unknown): boolean => typeof state === 'object' && state !== null && 'ganPlayground' in state;

/**
 * Keeps the address and what it tells of the same, in both directions. Only another system or data set is a place to
 * go back to, and the way back leaves the view as it is. Returns the function that ends it.
 *
 * @param isFirst whether the page still shows what a bare address opens
 */
export function connectLink(
  page: Window,
  controller: Controller,
  view: ViewPort,
  isFirst: () => boolean = () => false,
): () => void {
  const store = controller.page;
  let timer: number | undefined;
  let written = settingsOf(store.getState());
  let ends: readonly (() => void)[] = [];

  const write = (): void => {
    const settings = settingsOf(store.getState());
    const hash = joined(isFirst() ? '' : formatHash(settings), formatView(view.now()));
    // An empty hash is removed altogether, with its `#`.
    const address = hash ? `#${hash}` : page.location.pathname + page.location.search;
    const isNow = (page.location.hash || '#') === `#${hash}`;
    if (!isNow && placeOf(settings) !== placeOf(written)) page.history.pushState(OWN, '', address);
    else page.history.replaceState(OWN, '', address);
    written = settings;
  };
  const soon = (): void => {
    page.clearTimeout(timer);
    timer = page.setTimeout(write, WRITE_DELAY_MS);
  };
  const follow = ({ members }: PageState): void => {
    for (const end of ends) end();
    ends = members.map(({ store: own }) => own.subscribe(({ wanted }, before) => wanted !== before.wanted && soon()));
  };
  follow(store.getState());
  const leave = store.subscribe((state, before) => {
    if (state.members !== before.members) follow(state);
    if (state.members !== before.members || state.run !== before.run || state.stop !== before.stop) soon();
  });
  const leaveView = view.subscribe(soon);
  // What is written here does not come back as an event: this is the person, or a link on the page.
  const onHashChange = (): void => {
    page.clearTimeout(timer);
    const { sets } = store.getState().bring;
    const brought = sets.map(({ id }) => id);
    const link = parseHash(page.location.hash, brought);
    controller.applyLink(link);
    if (!isOwn(page.history.state)) view.show(link.view);
    written = link.settings;
    soon();
  };
  page.addEventListener('hashchange', onHashChange);

  return () => {
    leave();
    leaveView();
    for (const end of ends) end();
    page.clearTimeout(timer);
    page.removeEventListener('hashchange', onHashChange);
  };
}

/** The link to the settings as they are now, and to the view as well where it is told. */
export const linkTo = (page: Window, store: PageStore, view: View | null): string => {
  const hash = joined(formatHash(settingsOf(store.getState())), view ? formatView(view) : '');
  const address = page.location.href.replace(/#.*$/, '');
  return hash ? `${address}#${hash}` : address;
};
