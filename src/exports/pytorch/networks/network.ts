/** A network as a class of its own: its modules, how a pass goes through them, and where each of our weights lies. */
import type { LayerSpec, Shape } from '../../../core/layers.ts';
import {
  branchWeight,
  describeNetwork,
  type LayerDescription,
  type NetworkSpec,
  sizeOf,
} from '../../../core/network.ts';
import { type Helper, type PlacedWeight, type PlainSpec, projectionWeights, writeLayer } from './layers.ts';
import { channelsFirst, extended, type Order, type Place } from './order.ts';

/** One of our weights in a network. */
export interface CarriedWeight {
  /** `1.dense.kernel` */
  readonly own: string;
  /** As a state dict names it: `layers.0.weight` */
  readonly python: string;
  readonly trainable: boolean;
  readonly place: Place;
}

/** Modules under one name. */
interface Part {
  readonly name: string;
  /** Lines of a Sequential; a single module stands by itself. */
  readonly lines: readonly string[];
  readonly single: boolean;
}

export interface WrittenNetwork {
  readonly parts: readonly Part[];
  /** The body of `forward`, from `x` and `labels` to what is returned. */
  readonly steps: readonly string[];
  readonly weights: readonly CarriedWeight[];
  readonly helpers: ReadonlySet<Helper>;
}

/** A line of a Sequential begins with one of these. */
const OPENS = /^(nn\.(Linear|Conv2d|ConvTranspose2d|ZeroPad2d\(\(\d+, \d|Unflatten|Flatten)|Maxout|ChannelsLast)/;
/** The longest line of a Sequential. */
const LINE = 104;
const LABELLED: ReadonlySet<LayerSpec['kind']> = new Set(['labelEmbedding', 'labelBranch', 'projection']);

const writtenShape = (shape: Shape): string => channelsFirst(shape).join('×');

interface Written {
  readonly text: string;
  /** What comes out, where it is the last of its layer. */
  readonly output?: Shape;
}

/** Modules in lines of a Sequential: a block of layers on each, with what comes out. */
function linesOf(modules: readonly Written[]): readonly string[] {
  const blocks: Written[][] = [];
  for (const module of modules) {
    const last = blocks.at(-1);
    const padded = last?.length === 1 && last[0]?.text.startsWith('nn.ZeroPad2d');
    if (last && (padded || !OPENS.test(module.text))) last.push(module);
    else blocks.push([module]);
  }
  return blocks.flatMap((block) => {
    const shape = block.findLast(({ output }) => output)?.output;
    const comment = shape ? `  # ${writtenShape(shape)}` : '';
    const line = `${block.map(({ text }) => text).join(', ')},${comment}`;
    if (line.length <= LINE) return [line];
    return block.map(({ text }, i) => `${text},${i === block.length - 1 ? comment : ''}`);
  });
}

/** Names that are not taken: `embedding`, `embedding2`, … */
function namer(): (name: string) => string {
  const taken = new Map<string, number>();
  return (name) => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? name : `${name}${count}`;
  };
}

const carried = (
  { own, python, place }: PlacedWeight,
  prefix: { readonly own: string; readonly python: string },
  { weights }: LayerDescription,
): CarriedWeight => ({
  own: prefix.own + own,
  python: prefix.python + python,
  trainable: weights.find(({ name }) => name === own)?.trainable ?? true,
  place,
});

/** What a stretch of layers without labels is called, the head of D apart. */
export interface Names {
  readonly body: string;
  /** Where the last layer has a name of its own, so that what it is given can be asked for. */
  readonly head?: string;
}

/**
 * @param name finds names for its parts: those of a branch stand beside the others
 * @throws NetworkError where the layers do not fit together
 */
export function writeNetwork(network: NetworkSpec, names: Names, name = namer()): WrittenNetwork {
  const { layers } = describeNetwork(network);
  const parts: Part[] = [];
  const steps: string[] = [];
  const weights: CarriedWeight[] = [];
  const helpers = new Set<Helper>();
  let order: Order = null;

  /** Layers without labels, up to the next that has them. */
  const stretch = (from: number, until: number, called: string): void => {
    const modules: (Written & { readonly placed: readonly PlacedWeight[]; readonly index: number })[] = [];
    for (const [at, layer] of layers.slice(from, until).entries()) {
      const index = from + at;
      const following = layers.slice(index + 1).map(({ spec }) => spec);
      const plain = writeLayer(layer.spec as PlainSpec, { layer, order, following });
      order = plain.order;
      for (const [i, { text, weights = [], helper }] of plain.modules.entries()) {
        if (helper) helpers.add(helper);
        const last = i === plain.modules.length - 1;
        modules.push({ text, placed: weights, index, ...(last && { output: layer.output }) });
      }
    }
    // What is given to the head is asked for by its name, even if it is the input itself.
    if (modules.length === 0 && !(names.head && called === names.body)) return;
    const part = name(called);
    const single = modules.length === 1;
    for (const [i, { placed, index }] of modules.entries()) {
      const layer = layers[index] as LayerDescription;
      const prefix = { own: `${index}.${layer.spec.kind}.`, python: single ? `${part}.` : `${part}.${i}.` };
      weights.push(...placed.map((weight) => carried(weight, prefix, layer)));
    }
    parts.push({ name: part, lines: single ? [modules[0]?.text ?? ''] : linesOf(modules), single });
    steps.push(`x = self.${part}(x)`);
  };

  /** What a layer that is told the class appends to the features. */
  const append = (text: string, layer: LayerDescription): void => {
    steps.push(`x = torch.cat([x, ${text}], 1)`);
    const [before, after] = [sizeOf(layer.input), sizeOf(layer.output)];
    order = extended(order, before, after - before);
  };

  const labelled = (layer: LayerDescription, index: number): void => {
    const { spec, input } = layer;
    const own = `${index}.${spec.kind}.`;
    if (spec.kind === 'labelEmbedding') {
      const part = name('embedding');
      parts.push({ name: part, lines: [`nn.Embedding(${spec.classes}, ${spec.size})`], single: true });
      const table: PlacedWeight = { own: 'table', python: 'weight', place: (tensor) => tensor };
      weights.push(carried(table, { own, python: `${part}.` }, layer));
      append(`self.${part}(labels)`, layer);
    } else if (spec.kind === 'projection') {
      const part = name('projection');
      helpers.add('Projection');
      parts.push({ name: part, lines: [`Projection(${input.at(-1)}, ${spec.classes})`], single: true });
      weights.push(...projectionWeights(order).map((weight) => carried(weight, { own, python: `${part}.` }, layer)));
      order = null;
      steps.push(`x = self.${part}(x, labels)`);
    } else if (spec.kind === 'labelBranch') {
      const oneHot = `F.one_hot(labels, ${spec.classes}).to(x.dtype)`;
      const branch = { ...network, input: [spec.classes], layers: spec.layers };
      const inner = writeNetwork(branch, { body: 'branch' }, name);
      for (const helper of inner.helpers) helpers.add(helper);
      parts.push(...inner.parts);
      weights.push(
        ...inner.weights.map((weight) => {
          const [at = '', kind = '', ...rest] = weight.own.split('.');
          return { ...weight, own: own + branchWeight(Number(at), kind as LayerSpec['kind'], rest.join('.')) };
        }),
      );
      if (inner.steps.length <= 1) append(inner.steps[0]?.replace(/^x = (.*)\(x\)$/, `$1(${oneHot})`) ?? oneHot, layer);
      else {
        steps.push(`y = ${oneHot}`, ...inner.steps.map((step) => step.replaceAll(/\bx\b/g, 'y')));
        append('y', layer);
      }
    }
  };

  const end = names.head ? layers.length - 1 : layers.length;
  for (let from = 0; from < end; ) {
    const next = layers.findIndex(({ spec }, index) => index >= from && LABELLED.has(spec.kind));
    const until = next < 0 ? end : Math.min(next, end);
    stretch(from, until, names.body);
    if (until < end) labelled(layers[until] as LayerDescription, until);
    from = until + 1;
  }
  if (names.head) stretch(end, layers.length, names.head);
  if (order) throw new Error('A network ends in an order that is not ours.');
  return { parts, steps, weights, helpers };
}

/** The lines of `__init__` that make the parts. */
export const partLines = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap(({ name, lines, single }) =>
    single
      ? [`self.${name} = ${lines[0]}`]
      : [`self.${name} = nn.Sequential(`, ...lines.map((line) => `    ${line}`), ')'],
  );
