/**
 * One card over the whole screen. Where the browser has no way to that (an iPhone, a frame that may not), the card
 * fills the window: as the browser's own popover it lies over everything, wherever it stands in the page.
 */
import { create } from 'zustand';

/** What can be shown alone has the attribute `data-card`. */
const CARD = '[data-card]';
/** Set while it is; style sheets know it. */
const MARK = 'data-full';

/** The card that is shown alone. */
export const useFull = create<{ readonly card: HTMLElement | null }>(() => ({ card: null }));

export const cardOf = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>(CARD) ?? null;

/** What the person is at: the card with the focus, else the one under the pointer, else the first of the page. */
export const cardNear = (): HTMLElement | null =>
  cardOf(document.activeElement) ??
  [...document.querySelectorAll<HTMLElement>(`${CARD}:hover`)].at(-1) ??
  document.querySelector<HTMLElement>(CARD);

function mark(card: HTMLElement | null): void {
  useFull.getState().card?.removeAttribute(MARK);
  card?.setAttribute(MARK, '');
  useFull.setState({ card });
}

function fillWindow(card: HTMLElement): void {
  card.popover = 'manual';
  card.showPopover();
}

async function enter(card: HTMLElement): Promise<void> {
  mark(card);
  if (!document.fullscreenEnabled) {
    fillWindow(card);
    return;
  }
  try {
    await card.requestFullscreen();
  } catch {
    // Refused, as in a frame of another page.
    if (useFull.getState().card === card) fillWindow(card);
  }
}

function leaveFull(): void {
  const { card } = useFull.getState();
  if (!card) return;
  if (document.fullscreenElement) void document.exitFullscreen();
  if (card.popover) {
    card.hidePopover();
    card.popover = null;
  }
  mark(null);
}

export function toggleFull(card: HTMLElement | null): void {
  if (useFull.getState().card) leaveFull();
  else if (card) void enter(card);
}

/** The browser's own way out of it, and Escape where the card fills the window. @returns what ends that */
export function followFull(): () => void {
  const onChange = (): void => {
    if (!document.fullscreenElement) leaveFull();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !useFull.getState().card?.popover) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leaveFull();
  };
  document.addEventListener('fullscreenchange', onChange);
  window.addEventListener('keydown', onKeyDown, true);
  return () => {
    document.removeEventListener('fullscreenchange', onChange);
    window.removeEventListener('keydown', onKeyDown, true);
  };
}
