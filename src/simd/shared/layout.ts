/**
 * Addresses and sizes that both sides agree on. Written in what AssemblyScript and TypeScript have in
 * common, because both compile this file. Addresses are in bytes.
 */

/** The control block: see job.ts. */
export const TICKET = 1024;
export const DONE = 1088;
export const HELPERS = 1152;
export const SLEEPERS = 1156;
export const STOP = 1160;
/** Whether the calling thread may sleep, and whether it does until a job is done. */
export const MAY_SLEEP = 1164;
export const CALLER_SLEEPS = 1168;
export const JOB = 1216;
/** Where the integers and floats of the current job lie. */
export const INTS_AT = 1220;
export const FLOATS_AT = 1224;
/** Where JavaScript stores up to 48 integer and 16 float arguments. */
export const INTS = 1280;
export const FLOATS = 1536;
/** Where tensors may begin. */
export const HEAP = 4096;

/** Rows and columns of the register tile of the matrix product. */
export const MR = 6;
export const NR = 8;
/** Length of one block of the inner dimension: a panel of B then fills a third of the L1 cache. */
export const KC = 256;
/** Most rows of A, and most columns of B, that one thread packs for itself at a time. */
export const MC = 96;
export const NC = 256;

/** Columns of B that one chunk packs when all of B is packed at once. */
export const PACKED_COLUMNS = 64;

/** One thread's scratch area: edge tile, packed A, gathered patches, packed B. */
export const SCRATCH_EDGE = 0;
export const SCRATCH_A = 1024;
export const SCRATCH_PATCHES = 99328;
export const SCRATCH_B = 197632;
export const SCRATCH_BYTES = 1572864;

/**
 * Bytes from one row to the next of what Winograd's convolutions multiply: KC floats, and another line of the cache so that
 * neighbouring rows fall into different sets.
 */
export const WINOGRAD_ROW = 1088;
/** Where their part of the scratch area begins, which is all of it but for the two axes. */
export const SCRATCH_WINOGRAD = 256;

/** Elements that one chunk of an element-wise job covers. */
export const CHUNK = 16384;

/** Elements of a job that draws random numbers, each of which takes longer. */
export const DRAWN_CHUNK = 2048;

/** Elements that each job of a chain covers before the next does: a few such stretches fit into the L1 cache. */
export const STRETCH = 2048;
/** Stretches of its own that a thread has for what a chain makes and reads itself. */
export const CELLS = 8;
/** Where these lie in its scratch area, and where it keeps its copy of the jobs. */
export const SCRATCH_CELLS = 0;
export const SCRATCH_JOBS = CELLS * STRETCH * 4;
