import { formatHash, parseHash } from './hash.ts';
import type { Session } from './session.ts';
import type { PageStore } from './store.ts';

/** Browsers refuse to rewrite the address more than a few times a second, and sliders move faster. */
const WRITE_DELAY_MS = 250;

/** Keeps the address and the settings the same, in both directions. Returns the function that ends it. */
export function connectLink(page: Window, store: PageStore, session: Session): () => void {
  let written: number | undefined;

  const write = (): void => {
    const hash = formatHash(store.getState().settings);
    // An empty hash is removed altogether, with its `#`.
    page.history.replaceState(
      page.history.state,
      '',
      hash ? `#${hash}` : page.location.pathname + page.location.search,
    );
  };
  const leave = store.subscribe((state, before) => {
    if (state.settings === before.settings) return;
    page.clearTimeout(written);
    written = page.setTimeout(write, WRITE_DELAY_MS);
  });
  // `replaceState` does not come back as an event: this is the person, or a link on the page.
  const onHashChange = (): void => {
    page.clearTimeout(written);
    const { sets } = store.getState().bring;
    session.applyLink(
      parseHash(
        page.location.hash,
        sets.map(({ id }) => id),
      ),
    );
  };
  page.addEventListener('hashchange', onHashChange);

  return () => {
    leave();
    page.clearTimeout(written);
    page.removeEventListener('hashchange', onHashChange);
  };
}

/** The link to what the page shows now. */
export const linkTo = (page: Window, store: PageStore): string => {
  const hash = formatHash(store.getState().settings);
  const address = page.location.href.replace(/#.*$/, '');
  return hash ? `${address}#${hash}` : address;
};
