/** Measures of the recorded pictures in `public/lessons`, in pixels: a square for each run, beside each other. */
export const PANEL = 300;
export const GAP = 8;

export const recordedWidth = (runs: number): number => runs * PANEL + (runs - 1) * GAP;
