/**
 * Numbers that name jobs, operand layouts, activations and operations, for both sides of the boundary.
 * Written in what AssemblyScript and TypeScript have in common, because both compile this file.
 */

export const JOB_PACK_A = 0;
export const JOB_PACK_B = 1;
export const JOB_GEMM = 2;
export const JOB_CONV_INPUT = 3;

/** A matrix as [rows, columns] of the product that it enters. */
export const OPERAND_PLAIN = 0;
/** The other way round. */
export const OPERAND_TRANSPOSED = 1;
/** Panels, packed before. */
export const OPERAND_PACKED = 2;
/** [output pixels, taps · channels] of a convolution, gathered from the image. */
export const OPERAND_PATCHES = 3;
export const OPERAND_PATCHES_TRANSPOSED = 4;

export const ACTIVATION_LINEAR = 0;
export const ACTIVATION_RELU = 1;
export const ACTIVATION_RELU6 = 2;
export const ACTIVATION_LEAKY_RELU = 3;
export const ACTIVATION_SIGMOID = 4;
