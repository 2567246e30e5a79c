import type { Scores } from '../../protocol/index.ts';

/** What a run was worth, measuring by measuring: beside its `History`, and outside React like that. */
export interface ScoreHistory {
  /** Oldest first, one for each step; another array after every change. */
  all(): readonly Scores[];
  /**
   * Replaces what was measured at the same step or, after a return to a snapshot, at later ones. Mean images are kept of
   * the newest alone: those of thousands of measurings would fill the memory.
   */
  append(scores: Scores): void;
  /** Drops what was measured after this step. */
  truncate(step: number): void;
  clear(): void;
  /** Calls back after every change; returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}

const withoutMeans = (scores: Scores): Scores => (scores.means ? { ...scores, means: null } : scores);

export function createScoreHistory(): ScoreHistory {
  let kept: readonly Scores[] = [];
  const listeners = new Set<() => void>();
  const set = (next: readonly Scores[]): void => {
    kept = next;
    for (const listener of listeners) listener();
  };
  return {
    all: () => kept,
    append: (scores) => set([...kept.filter(({ step }) => step < scores.step).map(withoutMeans), scores]),
    truncate: (last) => set(kept.filter(({ step }) => step <= last)),
    clear: () => set([]),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
