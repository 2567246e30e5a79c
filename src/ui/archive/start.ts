/** The archive of this browser: fetched behind the page, which works without it. */

import type { Controller } from '../state/controller.ts';
import { stateOf } from '../state/member.ts';
import { isTraining } from '../state/phase.ts';
import { createArchive } from './archive.ts';
import { createBrowserShelf } from './browserShelf.ts';
import { createFileActions } from './files.ts';
import { useKept } from './kept.ts';
import { createLasting } from './lasting.ts';

const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (word) => word.toString(36)).join('');

/** Held until the tab is closed. Where pages cannot tell each other, each is alone. */
const claim = (id: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (!navigator.locks) return resolve(true);
    const held = navigator.locks.request(`gan-playground run ${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise<never>(() => undefined);
    });
    held.catch(() => resolve(true));
  });

export async function startArchive(controller: Controller): Promise<void> {
  const shelf = createBrowserShelf();
  // Both are missing in older browsers, and the first where the page has no https.
  const lasting = createLasting('persist' in (navigator.storage ?? {}) ? navigator.storage : null, (promised) =>
    useKept.setState({ lasting: promised }),
  );
  for (const gesture of ['pointerup', 'keyup']) addEventListener(gesture, lasting.gesture, { passive: true });
  const onKept = (): void => lasting.kept(navigator.userActivation?.isActive ?? false);
  const archive = createArchive({ controller, shelf, store: useKept, now: Date.now, newId, claim, onKept });
  useKept.setState({
    actions: { ...archive, ...createFileActions(controller, (reading) => useKept.setState({ reading })) },
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    const { members } = controller.page.getState();
    // After single steps, and after a change, there is no checkpoint of the last: whoever pauses gives one.
    if (members.every((member) => stateOf(member).phase.kind === 'paused'))
      controller.request('pause', { runs: members.map(({ run }) => run) }).catch(() => undefined);
    void archive.save();
  });
  // Who trains something else has decided.
  controller.page.subscribe(({ group }) => {
    if (useKept.getState().offer && isTraining(group.phase)) useKept.setState({ offer: null });
  });
  try {
    const entries = await shelf.entries();
    useKept.setState({ status: 'on', entries, offer: entries[0] ?? null });
  } catch {
    useKept.setState({ status: 'off' });
  }
}
