import { JOB_CONV_INPUT, JOB_GEMM, JOB_PACK_A, JOB_PACK_B } from './codes';
import { convInput } from './conv';
import { gemmTile } from './gemm';
import { packWholeA, packWholeB } from './operand';

/** Computes one chunk of a job. */
export function execute(job: i32, chunk: i32): void {
  switch (job) {
    case JOB_PACK_A: return packWholeA(chunk);
    case JOB_PACK_B: return packWholeB(chunk);
    case JOB_GEMM: return gemmTile(chunk);
    case JOB_CONV_INPUT: return convInput(chunk);
    default: unreachable();
  }
}
