import type { Frame } from '../../protocol/index.ts';

export interface FramePump {
  take(frame: Frame): void;
  /** Forgets a frame that has not been drawn. */
  drop(): void;
}

/**
 * Between the engine and the store: keeps the newest frame and hands it over in the next animation frame.
 * In a hidden tab there are no animation frames; then nothing is drawn, no credit is granted, and the
 * engine keeps its rows.
 */
export function createFramePump(requestFrame: (callback: () => void) => void, draw: (frame: Frame) => void): FramePump {
  let newest: Frame | null = null;
  let requested = false;

  const onAnimationFrame = (): void => {
    requested = false;
    if (!newest) return;
    const frame = newest;
    newest = null;
    draw(frame);
  };

  return {
    take(frame) {
      // A frame without a grid means that the last one still holds, and that one may not be drawn yet.
      newest = newest?.run === frame.run && !frame.grid ? { ...frame, grid: newest.grid } : frame;
      if (requested) return;
      requested = true;
      requestFrame(onAnimationFrame);
    },
    drop() {
      newest = null;
    },
  };
}

/** Asks for animation frames so that each does one thing: painting several pictures in one would keep the page busy. */
export function oneEach(requestFrame: (callback: () => void) => void): (callback: () => void) => void {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) requestFrame(next);
  };
  return (callback) => {
    waiting.push(callback);
    if (waiting.length === 1) requestFrame(next);
  };
}
