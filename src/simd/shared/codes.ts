/**
 * Numbers that name jobs, operand layouts, activations and operations, for both sides of the boundary.
 * Written in what AssemblyScript and TypeScript have in common, because both compile this file.
 */

export const JOB_PACK_A = 0;
export const JOB_PACK_B = 1;
export const JOB_GEMM = 2;
export const JOB_CONV_INPUT = 3;
export const JOB_UNARY = 4;
export const JOB_BINARY = 5;
export const JOB_COMPARE = 6;
export const JOB_SELECT = 7;
export const JOB_COPY = 8;
export const JOB_REDUCE_ROWS = 9;
export const JOB_REDUCE_COLUMNS = 10;
export const JOB_SOFTMAX = 11;
export const JOB_GATHER = 12;
export const JOB_SCATTER_ADD = 13;
export const JOB_ADAM = 14;
export const JOB_RANDOM = 15;
export const JOB_SCALE_SHIFT = 16;
export const JOB_POOL = 17;
export const JOB_MAX_POOL_GRADIENT = 18;
export const JOB_NORM_SQUARES = 19;
export const JOB_NORM_PRODUCTS = 20;
export const JOB_NORM_GRADIENT = 21;
export const JOB_MOVE_TOWARDS = 22;
export const JOB_FILL = 23;
export const JOB_CAST = 24;
export const JOB_NORM_FACTORS = 25;
export const JOB_NORM_GRADIENT_FACTORS = 26;
export const JOB_WINOGRAD_FILTER = 27;
export const JOB_WINOGRAD_FORWARD = 28;
export const JOB_WINOGRAD_INPUT = 29;
export const JOB_WINOGRAD_SHARES = 30;
export const JOB_WINOGRAD_SUM = 31;
export const JOB_CHAIN = 32;
export const JOB_ONE_HOT = 33;
export const JOB_ARG_MAX = 34;
export const JOB_LARGEST = 35;
export const JOB_LARGEST_GRADIENT = 36;
export const JOB_ASSIGN = 37;
export const JOB_DEVIATION = 38;

/** What becomes of a stream's words. */
export const RANDOM_UNIFORM = 0;
export const RANDOM_NORMAL = 1;
export const RANDOM_INTEGERS = 2;
/** An inverted dropout mask. */
export const RANDOM_MASK = 3;

/** What a tensor's elements are. */
export const TYPE_FLOAT = 0;
export const TYPE_INT = 1;
export const TYPE_BOOL = 2;

/** A matrix as [rows, columns] of the product that it enters. */
export const OPERAND_PLAIN = 0;
/** The other way round. */
export const OPERAND_TRANSPOSED = 1;
/** Panels, packed before. */
export const OPERAND_PACKED = 2;
/** [output pixels, taps · channels] of a convolution, gathered from the image. */
export const OPERAND_PATCHES = 3;
export const OPERAND_PATCHES_TRANSPOSED = 4;
/** As OPERAND_PATCHES where all windows lie within the image, for few taps: assembly/windows.ts. */
export const OPERAND_WINDOWS = 5;

export const ACTIVATION_LINEAR = 0;
export const ACTIVATION_RELU = 1;
export const ACTIVATION_RELU6 = 2;
export const ACTIVATION_LEAKY_RELU = 3;
export const ACTIVATION_SIGMOID = 4;

export const UNARY_ABS = 0;
export const UNARY_NEG = 1;
export const UNARY_SQUARE = 2;
export const UNARY_SQRT = 3;
export const UNARY_RSQRT = 4;
export const UNARY_RECIPROCAL = 5;
export const UNARY_EXP = 6;
export const UNARY_LOG = 7;
export const UNARY_RELU = 8;
/** Parameter 0: the slope for negative values. */
export const UNARY_LEAKY_RELU = 9;
/** Parameter 0: the value for what is not positive. */
export const UNARY_STEP = 10;
export const UNARY_SIGMOID = 11;
export const UNARY_TANH = 12;
export const UNARY_SOFTPLUS = 13;
/** Parameters 0 and 1: the bounds. */
export const UNARY_CLIP = 14;
export const UNARY_ELU = 15;

export const BINARY_ADD = 0;
export const BINARY_SUB = 1;
export const BINARY_MUL = 2;
export const BINARY_DIV = 3;
export const BINARY_MAX = 4;
export const BINARY_MIN = 5;
export const BINARY_SQUARED_DIFFERENCE = 6;

export const COMPARE_GREATER = 0;
export const COMPARE_GREATER_EQUAL = 1;
export const COMPARE_LESS = 2;
export const COMPARE_LESS_EQUAL = 3;
export const COMPARE_EQUAL = 4;
export const COMPARE_NOT_EQUAL = 5;
/** Of 32-bit integers. */
export const COMPARE_EQUAL_INTEGERS = 6;

export const REDUCE_SUM = 0;
export const REDUCE_MAX = 1;
export const REDUCE_MIN = 2;
