import { badConfig } from '../../../core/errors.ts';
import { hasSpectrum, type NetworkName, SPECTRUM_LIMIT } from '../../../core/inspection.ts';
import type { StartedBackend } from '../../backends/backend.ts';
import type { Trainer } from '../../step/trainer.ts';
import { singularValues } from './eigenvalues.ts';
import { kernelOf, matrixOf } from './layers.ts';

/**
 * Singular values of a layer's kernel, taken as a matrix of what comes in by what goes out.
 *
 * @throws EngineError `bad-config` if the layer has no kernel, or one whose shorter side is above SPECTRUM_LIMIT
 */
export async function spectrumOf(
  trainer: Trainer,
  network: NetworkName,
  layer: number,
  guard: StartedBackend['guard'],
): Promise<Float64Array<ArrayBuffer>> {
  const kernel = kernelOf(trainer[network], layer);
  if (!kernel) throw badConfig({ code: 'spectrum.noKernel', network, layer });
  const matrix = matrixOf(kernel.shape);
  if (!hasSpectrum(matrix)) throw badConfig({ code: 'spectrum.tooLarge', matrix, most: SPECTRUM_LIMIT });
  // A sync point.
  return singularValues(await guard(kernel.data<'float32'>()), ...matrix);
}
