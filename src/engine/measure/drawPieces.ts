/** Many samples, a few at a time: what measures and games look at. */
import { describeNetwork, sizeOf } from '../../core/network.ts';
import { shapeOf } from '../../gan/examples.ts';
import type { StartedBackend } from '../backends/backend.ts';
import { type Sampled, sample } from '../step/trainer.ts';
import { pieceOf } from './products.ts';

/**
 * What G draws at latent points, the way the plan says.
 *
 * @param latent [n, latent.size], flat
 * @param labels [n], for recipes with classes
 * @param between called after each piece, with how many are drawn by then; lets other things in
 * @returns [n, …example], flat, in the plan's range
 */
export async function drawPieces(
  source: Sampled,
  backend: StartedBackend,
  { latent, labels }: { readonly latent: Float32Array; readonly labels: Int32Array | null },
  between: (drawn: number) => Promise<void>,
): Promise<Float32Array<ArrayBuffer>> {
  const { sampling, batch, generator, examples, latent: space } = source.plan;
  // Where statistics are those of the batch, a batch must be as large as in training.
  const piece = sampling.statistics === 'batch' ? batch : pieceOf(describeNetwork(generator));
  const count = latent.length / space.size;
  const size = sizeOf(shapeOf(examples));
  const values = new Float32Array(count * size);
  for (let start = 0; start < count; start += piece) {
    const end = Math.min(start + piece, count);
    backend.activate();
    const points = latent.slice(start * space.size, end * space.size);
    const drawn = sample(source, points, labels?.slice(start, end) ?? null);
    // A sync point.
    values.set(await backend.guard(drawn.data<'float32'>()).finally(() => drawn.dispose()), start * size);
    await between(end);
  }
  return values;
}
