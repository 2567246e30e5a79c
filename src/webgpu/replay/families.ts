/** Families of tiles, in which products are shared out among workgroups and threads, and which of them a device has. */

/** It says who makes a sum, never in which order its terms are added: that is k's in each. */
export interface Family {
  /** Rows and columns that each thread sums: the first of them that leaves enough workgroups, or else one by one. */
  readonly sums: readonly (readonly [down: number, across: number])[];
  /** So many workgroups keep the device busy. */
  readonly enough: number;
}

const SQUARE = [
  [4, 4],
  [2, 4],
  [2, 2],
  [1, 2],
] as const;

/** What is taken where nothing was measured. */
export const USUAL: Family = { sums: SQUARE, enough: 48 };

/**
 * What is tried on a device, the usual one first. More than 32 sums a thread are not among them: what follows a sum is
 * written out for each, and compilers would take longer than is won.
 */
export const FAMILIES: readonly Family[] = [
  USUAL,
  // Threads have registers to spare; tall tiles are for convolutions, which have many rows and few columns.
  {
    sums: [
      [8, 4],
      [4, 4],
      [8, 2],
      [4, 2],
      [2, 2],
      [8, 1],
      [4, 1],
      [1, 2],
    ],
    enough: 48,
  },
  // A GPU of few cores is busy with large tiles where others are not.
  { sums: SQUARE, enough: 16 },
  // One of very many cores needs more tiles.
  { sums: SQUARE, enough: 128 },
  // Threads have few registers.
  { sums: SQUARE.slice(2), enough: 48 },
];

const known = new WeakMap<GPUDevice, Family>();

/** What is written for this device from now on has these tiles. */
export const keepFamily = (device: GPUDevice, family: Family): void => {
  known.set(device, family);
};

export const familyOf = (device: GPUDevice): Family => known.get(device) ?? USUAL;
