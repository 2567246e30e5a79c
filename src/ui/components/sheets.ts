/** Sheets over the page, by their ids: the browser's own popovers, of which one is open at a time. */
export type SheetId = 'keys' | 'exports' | 'share' | 'links';

export const toggleSheet = (id: SheetId): void => {
  document.getElementById(id)?.togglePopover();
};
