import { formatShape, sizeOf } from '../../core/network.ts';
import type {
  Cautions,
  LayerFault,
  LayerFaults,
  NetworkProblems,
  SoundnessProblems,
} from '../../core/problems/networks.ts';
import { say, type Words } from './words.ts';

/** Whoever wrote it recognises it, however long it is. */
const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
const quote = (text: string): string => `“${shorten(text)}”`;
const millions = (n: number): string => `${n < 1e21 ? Math.ceil(n / 1e6).toLocaleString('en') : 'endless'} million`;
const allowed = (most: number): string => `at most ${millions(most)} are allowed.`;

/** They go on after the layer's name. */
export const layerFaults: Words<LayerFaults> = {
  'layer.unknown': ({ text, known }) => `there is no layer ${quote(text)}. There are ${known.join(', ')}.`,
  'layer.miswritten': ({ text, example }) =>
    `${quote(text)} is not written as this kind of layer is, for example ${example}.`,
  'layer.range': ({ text, field, value, min, max }) =>
    `${field} in ${quote(text)} must lie between ${min} and ${max}, not ${shorten(value)}.`,
  'layer.shape': ({ text }) => `${quote(text)} must name one number, or height, width and channels.`,
  'layer.nestedBranch': () => 'a branch cannot have a branch of its own.',
  'layer.inBranch': ({ layer, fault }) => `in its branch, layer ${layer + 1}: ${layerFaultOf(fault)}`,
  'layer.needsImage': ({ kind, input }) =>
    `${kind} needs an image (height×width×channels), but gets ${formatShape(input)}.`,
  'layer.needsVector': ({ kind, input }) =>
    `${kind} needs a vector, but gets ${formatShape(input)}; put a flatten before it.`,
  'layer.kernelTooLarge': ({ side, input }) => `a ${side}×${side} kernel does not fit into ${formatShape(input)}.`,
  'layer.windowTooLarge': ({ side, input }) => `a ${side}×${side} window does not fit into ${formatShape(input)}.`,
  'layer.reshape': ({ input, output }) =>
    `${formatShape(input)} (${sizeOf(input)} values) cannot be reshaped to ${formatShape(output)} (${sizeOf(output)} values).`,
  'layer.noClasses': () => 'it asks for the class, which networks of this recipe are not told.',
  'layer.otherClasses': ({ asked, given }) => `it is made for ${asked} classes, and the data has ${given}.`,
  'layer.output': ({ output }) => `it would come out as ${formatShape(output)}.`,
  'layer.weights': ({ count, most }) => `with it the network has ${millions(count)} weights; ${allowed(most)}`,
  'layer.values': ({ count, most, batch }) =>
    `with it the layers make ${millions(count)} numbers of a batch of ${batch}; ${allowed(most)}`,
  'layer.products': ({ count, most, batch }) =>
    `with it a batch of ${batch} takes ${millions(count)} multiplications; ${allowed(most)}`,
  'layer.missing': () => 'it is missing: a network needs at least one layer.',
  'layer.tooMany': ({ most }) => `a network has at most ${most} layers.`,
  'layer.noPoints': ({ recipe }) => `${recipe} has no networks for points in the plane.`,
};

/** What is wrong with a layer, to go on after its name. */
const layerFaultOf = (fault: LayerFault): string => say(layerFaults, fault);

export const networkProblems: Words<NetworkProblems> = {
  'network.layer': ({ network, layer, fault }) =>
    `Layer ${layer + 1}${network ? ` of ${network}` : ''}: ${layerFaultOf(fault)}`,
};

export const soundnessProblems: Words<SoundnessProblems> = {
  'sound.shapes': ({ drawn, judged, examples }) =>
    `G draws ${formatShape(drawn)}, D judges ${formatShape(judged)}, and the examples are ${formatShape(examples)}.`,
  'sound.outputs': ({ output, outputs, classes }) =>
    classes
      ? `D must end in a number for each class and one for “fake”, ${outputs} in all, not in ${formatShape(output)}.`
      : `D must end in one number for each example, not in ${formatShape(output)}.`,
  'sound.unbounded': () =>
    'This objective needs clipped weights or a gradient penalty: D lowers its loss without end by growing steeper.',
  'sound.noProbability': () =>
    'The gradient of the probability cannot be penalised: under this objective D’s output is no probability.',
};

export const cautions: Words<Cautions> = {
  'caution.coupled': () =>
    'D normalises over the batch, so each example’s output depends on the others, and the gradient that is penalised is not its own.',
  'caution.slopeNearData': () =>
    'This penalty holds D’s slope only near real data. Between real and generated examples nothing does.',
  'caution.momentum': () =>
    'With clipped weights momentum can make the training unstable; the paper uses RMSProp for this reason.',
  'caution.range': ({ range, activation }) =>
    `Pixels run from ${range === 'symmetric' ? '−1' : '0'} to 1. G does not end in ${activation}, so it can draw values that no pixel has.`,
  'caution.squashed': () => 'D ends in an activation. The losses expect its number as it is, and shape it themselves.',
  'caution.untold': ({ network }) => `No layer of ${network} is told the class, so ${network} cannot heed it.`,
};
