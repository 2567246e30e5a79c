/**
 * Floating-point operations of one training step: a multiply-add counts as two, and only matrix products and
 * convolutions count. They are what a step cannot do without; everything else is memory traffic.
 */
import type { NetworkSpec } from '../../src/core/network.ts';
import { describeNetwork } from '../../src/core/network.ts';
import { generatorSeesReal, productsOf } from '../../src/engine/headless.ts';
import { penaltyOf } from '../../src/gan/penalties/index.ts';
import type { Plan } from '../../src/gan/plan.ts';

/** Layers whose second derivative is not zero. Through them the penalty reaches the forward pass of the layers before. */
const CURVED = new Set(['batchNorm', 'layerNorm', 'tanh', 'sigmoid']);

interface Costs {
  /** F: all products once. */
  readonly forward: number;
  /** Gradients by the weights: each product once more. */
  readonly byWeights: number;
  /** Gradients by the layers' inputs as far as a trained weight needs them. */
  readonly byInner: number;
  /** Gradients by the layers' inputs down to the network's own input. */
  readonly byInput: number;
  /** From the gradient by the input back to the weights: see `secondDerivative`. */
  readonly second: number;
}

/**
 * Differentiating g = ∇ₓD by the weights. A layer y = Wx took part in g by gx = Wᵀgy, whose reverse is W̄ += gy·ḡxᵀ and
 * ḡy = Wḡx: two products, one at the last layer, where gy is constant. Where a curved layer follows, g depends on y
 * too, and the ordinary backward pass comes on top: two products, one at the first layer, whose input is data.
 */
function secondDerivative(products: readonly number[], curvedAfter: readonly boolean[]): number {
  return products.reduce((sum, product, i) => {
    const throughGradient = i === products.length - 1 ? 1 : 2;
    const throughForward = curvedAfter[i] ? (i === 0 ? 1 : 2) : 0;
    return sum + product * (throughGradient + throughForward);
  }, 0);
}

function costsOf(spec: NetworkSpec, batch: number): Costs {
  const { layers } = describeNetwork(spec);
  const working = layers.filter((layer) => productsOf(layer) > 0);
  const products = working.map((layer) => 2 * batch * productsOf(layer));
  const curvedAfter = working.map((layer) =>
    layers.slice(layers.indexOf(layer)).some((later) => CURVED.has(later.spec.kind)),
  );
  const forward = products.reduce((sum, product) => sum + product, 0);
  // An embedding before the first product is trained through that product's input.
  const first = working[0];
  const embedded =
    first && layers.slice(0, layers.indexOf(first)).some((layer) => layer.spec.kind === 'labelEmbedding');
  return {
    forward,
    byWeights: forward,
    byInner: forward - (embedded ? 0 : (products[0] ?? 0)),
    byInput: forward,
    second: secondDerivative(products, curvedAfter),
  };
}

/** FLOPs of one step as `takeStep` computes it; a trace measured every n-th step counts one n-th. */
export function flopsOf(plan: Plan): number {
  const g = costsOf(plan.generator, plan.batch);
  const d = costsOf(plan.discriminator, plan.batch);
  const besideReal = generatorSeesReal(plan) ? d.forward : 0;
  const updateG = g.forward + d.forward + d.byInput + g.byWeights + g.byInner + besideReal;
  const generated = plan.schedule.first === 'G' && plan.schedule.sharedBatch ? 0 : g.forward;
  // D on real and on generated examples.
  const gradient = d.forward + d.byInput;
  const penalty = plan.penalty ? gradient + d.second : 0;
  const updateD = 2 * (d.forward + d.byWeights + d.byInner) + penalty;
  const { kD, kG } = plan.schedule;
  // A penalty near the data measures the trace on its way.
  const trace = plan.penalty && penaltyOf(plan.penalty).tracesAtData ? 0 : gradient / plan.traceEvery;
  return kG * updateG + kD * updateD + (kD - 1) * g.forward + generated + trace;
}
