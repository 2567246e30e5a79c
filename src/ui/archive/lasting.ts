/**
 * A promise of the browser to delete nothing of what is kept by itself. Some browsers put the question to the person, so
 * it is asked at most once a visit, when something of worth is there, and while the browser still minds a gesture.
 */

/** The part of `StorageManager` that is needed; older browsers, and pages without https, lack it. */
export interface Promising {
  persisted(): Promise<boolean>;
  persist(): Promise<boolean>;
}

export interface Lasting {
  /** Something was kept. @param byPerson whether a person has done something just before, such as a pause */
  kept(byPerson: boolean): void;
  /** A person has done something on the page. */
  gesture(): void;
}

/** So often a run must have been kept by itself, about once a minute, before that is reason enough to ask. */
const WORTH = 3;

/**
 * @param storage null where the browser makes no promises
 * @param tell is told whether there is a promise
 */
export function createLasting(storage: Promising | null, tell: (lasting: boolean | null) => void): Lasting {
  type State = 'unknown' | 'open' | 'worth' | 'settled';
  let state: State = storage ? 'unknown' : 'settled';
  let times = 0;
  const settle = (lasting: boolean | null): void => {
    state = 'settled';
    tell(lasting);
  };

  storage?.persisted().then(
    (promised) => {
      if (promised) settle(true);
      else {
        state = times >= WORTH ? 'worth' : 'open';
        tell(false);
      }
    },
    () => settle(null),
  );

  function ask(): void {
    state = 'settled';
    storage?.persist().then(tell, () => tell(null));
  }

  return {
    kept(byPerson) {
      times += 1;
      if (state !== 'open' && state !== 'worth') return;
      if (byPerson) ask();
      else if (times >= WORTH) state = 'worth';
    },
    gesture() {
      if (state === 'worth') ask();
    },
  };
}
