import * as codes from '../shared/codes';
import { adam } from './adam';
import { assign } from './assign';
import { moveTowards } from './average';
import { binary } from './binary';
import { chain } from './chain';
import { argMax, oneHot } from './classes';
import { compare, select } from './compare';
import { convInput } from './conv';
import { copy } from './copy';
import { deviation } from './deviation';
import { cast, fill } from './fill';
import { gather, scatterAdd } from './gather';
import { gemmTile } from './gemm';
import { normFactors, normGradient, normGradientFactors, normProducts, normSquares, scaleShift } from './norm';
import { largest, largestGradient } from './largest';
import { packWholeA, packWholeB } from './operand';
import { maxPoolGradient, pool } from './pool';
import { random } from './random';
import { reduceColumns, reduceRows } from './reduce';
import { softmax } from './softmax';
import { unary } from './unary';
import { winogradForward, winogradInput } from './winograd/conv';
import { winogradFilter } from './winograd/filter';
import { winogradShares, winogradSum } from './winograd/gradient';

/** Computes one chunk of a job. */
export function execute(job: i32, chunk: i32): void {
  switch (job) {
    case codes.JOB_PACK_A:
      return packWholeA(chunk);
    case codes.JOB_PACK_B:
      return packWholeB(chunk);
    case codes.JOB_GEMM:
      return gemmTile(chunk);
    case codes.JOB_CONV_INPUT:
      return convInput(chunk);
    case codes.JOB_UNARY:
      return unary(chunk);
    case codes.JOB_BINARY:
      return binary(chunk);
    case codes.JOB_COMPARE:
      return compare(chunk);
    case codes.JOB_SELECT:
      return select(chunk);
    case codes.JOB_COPY:
      return copy(chunk);
    case codes.JOB_REDUCE_ROWS:
      return reduceRows(chunk);
    case codes.JOB_REDUCE_COLUMNS:
      return reduceColumns(chunk);
    case codes.JOB_SOFTMAX:
      return softmax(chunk);
    case codes.JOB_GATHER:
      return gather(chunk);
    case codes.JOB_SCATTER_ADD:
      return scatterAdd(chunk);
    case codes.JOB_ADAM:
      return adam(chunk);
    case codes.JOB_RANDOM:
      return random(chunk);
    case codes.JOB_DEVIATION:
      return deviation();
    case codes.JOB_SCALE_SHIFT:
      return scaleShift(chunk);
    case codes.JOB_POOL:
      return pool(chunk);
    case codes.JOB_MAX_POOL_GRADIENT:
      return maxPoolGradient(chunk);
    case codes.JOB_NORM_SQUARES:
      return normSquares(chunk);
    case codes.JOB_NORM_PRODUCTS:
      return normProducts(chunk);
    case codes.JOB_NORM_GRADIENT:
      return normGradient(chunk);
    case codes.JOB_MOVE_TOWARDS:
      return moveTowards(chunk);
    case codes.JOB_FILL:
      return fill(chunk);
    case codes.JOB_CAST:
      return cast(chunk);
    case codes.JOB_NORM_FACTORS:
      return normFactors();
    case codes.JOB_NORM_GRADIENT_FACTORS:
      return normGradientFactors();
    case codes.JOB_ONE_HOT:
      return oneHot();
    case codes.JOB_ARG_MAX:
      return argMax();
    case codes.JOB_LARGEST:
      return largest(chunk);
    case codes.JOB_LARGEST_GRADIENT:
      return largestGradient(chunk);
    case codes.JOB_ASSIGN:
      return assign(chunk);
    case codes.JOB_CHAIN:
      return chain(chunk);
    case codes.JOB_WINOGRAD_FILTER:
      return winogradFilter(chunk);
    case codes.JOB_WINOGRAD_FORWARD:
      return winogradForward(chunk);
    case codes.JOB_WINOGRAD_INPUT:
      return winogradInput(chunk);
    case codes.JOB_WINOGRAD_SHARES:
      return winogradShares(chunk);
    case codes.JOB_WINOGRAD_SUM:
      return winogradSum(chunk);
    default:
      unreachable();
  }
}
