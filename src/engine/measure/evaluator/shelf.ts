/** The evaluators that there are: the one that is shipped, and those that were trained during this visit. */

import type { BackendId } from '../../../core/config.ts';
import { badConfig } from '../../../core/errors.ts';
import { imported } from '../../../core/imported.ts';
import { formatShape } from '../../../core/network.ts';
import { fetchFile } from '../../../data/fetchFile.ts';
import { info as mnist } from '../../../data/sets/mnist.ts';
import { shapeOf } from '../../../gan/examples.ts';
import type { EvaluatorInfo } from '../../../protocol/index.ts';
import type { StartedBackend } from '../../backends/backend.ts';
import type { Resolved } from '../../run/resolve.ts';
import type { Evaluator } from './evaluator.ts';
import type { TrainedEvaluator } from './training.ts';

const fetchEvaluator = imported(
  () => import('./evaluator.ts'),
  ({ createEvaluator }) => createEvaluator,
);

/** What a run's images are: the set, as the networks see it. */
type Images = Pick<Resolved, 'data' | 'plan'>;

export interface Shelf {
  infoOf(images: Images): EvaluatorInfo;
  /**
   * The evaluator for such images on this backend; null for points, which need none.
   *
   * @throws EngineError `bad-config` where there is none yet, `data-missing` if it cannot be fetched.
   */
  take(images: Images, backend: StartedBackend): Promise<Evaluator | null>;
  /** The same, and null too where there is none yet. @throws EngineError `data-missing` if it cannot be fetched */
  find(images: Images, backend: StartedBackend): Promise<Evaluator | null>;
  keep(images: Images, trained: TrainedEvaluator): EvaluatorInfo;
  close(): void;
}

const SHIPPED = formatShape([mnist.height, mnist.width, mnist.channels]);
const keyOf = ({ data, plan }: Images): string => `${data.id} ${formatShape(shapeOf(plan.examples))}`;
const isShipped = (images: Images): boolean => keyOf(images) === `${mnist.id} ${SHIPPED}`;

/** @param address of the shipped evaluator */
export function createShelf({ address, fetch: fetchOne }: { address: URL; fetch: typeof fetch }): Shelf {
  const trained = new Map<string, TrainedEvaluator>();
  /** By images and backend; in each case the file's, which a later training replaces. */
  const ready = new Map<string, Promise<Evaluator>>();
  let shipped: Promise<Uint8Array> | null = null;

  function fetchShipped(): Promise<Uint8Array> {
    const { signal } = new AbortController();
    const decode = (bytes: Uint8Array) => bytes;
    shipped ??= fetchFile({ url: address, fetch: fetchOne, signal, cache: 'default', decode });
    // A failure is not kept.
    shipped.catch(() => {
      shipped = null;
    });
    return shipped;
  }

  async function open(file: Promise<Uint8Array>, backend: StartedBackend): Promise<Evaluator> {
    const [create, bytes] = await Promise.all([fetchEvaluator(), file]);
    return create(bytes, backend);
  }

  const slotOf = (images: Images, backend: BackendId): string => `${keyOf(images)} ${backend}`;

  async function find(images: Images, backend: StartedBackend): Promise<Evaluator | null> {
    const own = trained.get(keyOf(images));
    if (!own && !isShipped(images)) return null;
    const slot = slotOf(images, backend.id);
    const opening = ready.get(slot) ?? open(own ? Promise.resolve(own.file) : fetchShipped(), backend);
    ready.set(slot, opening);
    opening.catch(() => ready.delete(slot));
    return opening;
  }

  return {
    infoOf(images) {
      if (images.data.kind === 'points') return { kind: 'none' };
      if (isShipped(images)) return { kind: 'shipped' };
      const found = trained.get(keyOf(images));
      return found ? { kind: 'trained', accuracy: found.accuracy } : { kind: 'missing' };
    },
    async take(images, backend) {
      if (images.data.kind === 'points') return null;
      const found = await find(images, backend);
      if (!found) throw badConfig({ code: 'evaluator.missing', data: images.data.name });
      return found;
    },
    find,
    keep(images, evaluator) {
      trained.set(keyOf(images), evaluator);
      for (const [slot, opening] of ready) {
        if (!slot.startsWith(`${keyOf(images)} `)) continue;
        ready.delete(slot);
        void opening.then((old) => old.dispose());
      }
      return { kind: 'trained', accuracy: evaluator.accuracy };
    },
    close() {
      for (const opening of ready.values()) void opening.then((evaluator) => evaluator.dispose()).catch(() => {});
      ready.clear();
    },
  };
}
