/**
 * Layers as a short text for links, checkpoints and command lines:
 *
 *     dense1024.bn.relu.reshape7x7x128.convT64k4s2.bn.relu.convT1k4s2.tanh
 *
 * One layer after the other, joined by dots; a layer is its word and its values (`layerForms.ts`). The layers of a
 * branch follow its word, each after an underscore: `branch10_dense1000_relu`.
 */
import { type Field, type FieldName, fieldsOf, LAYER_KINDS, layerForms } from './layerForms.ts';
import type { LayerKind, LayerSpec, Shape, SimpleLayer } from './layers.ts';
import { formatShape, NetworkError } from './network.ts';
import type { LayerFault } from './problems/networks.ts';

type Value = number | string | Shape | readonly SimpleLayer[];

const valueIn = (layer: LayerSpec, name: FieldName): Value => (layer as unknown as Record<FieldName, Value>)[name];

/** A value of a layer in its text form; empty for what goes without saying. */
function formatField(field: Field, value: Value): string {
  switch (field.kind) {
    case 'integer':
    case 'number':
      return value === field.usual ? '' : `${field.tag}${value}`;
    case 'classes':
      return String(value);
    case 'padding':
      return value === 'valid' ? 'v' : '';
    case 'shape':
      return formatShape(value as Shape).replaceAll('×', 'x');
    case 'layers':
      return (value as readonly SimpleLayer[]).map((layer) => `_${formatLayer(layer)}`).join('');
    default:
      return field satisfies never;
  }
}

function formatLayer(layer: LayerSpec): string {
  const values = fieldsOf(layer.kind).map(([name, field]) => formatField(field, valueIn(layer, name)));
  return layerForms[layer.kind].word + values.join('');
}

/** `parseLayers` reads it back unchanged. */
export const formatLayers = (layers: readonly LayerSpec[]): string => layers.map(formatLayer).join('.');

/** What a value looks like; one group. */
function patternOf(field: Field): string {
  switch (field.kind) {
    case 'integer':
      return `${field.tag}(\\d+)`;
    case 'number': {
      const written = `${field.tag}(\\d+(?:\\.\\d+)?(?:e-?\\d+)?)`;
      return field.usual === undefined ? written : `(?:${written})?`;
    }
    case 'classes':
      return '(\\d+)';
    case 'padding':
      return '(v)?';
    case 'shape':
      return '(\\d+(?:x\\d+){0,2})';
    case 'layers':
      return '((?:_[^_]+)+)';
    default:
      return field satisfies never;
  }
}

/** The longest word first: `convT` is no `conv`. */
const FORMS = LAYER_KINDS.map((kind) => {
  const { word } = layerForms[kind];
  const patterns = fieldsOf(kind).map(([, field]) => patternOf(field));
  return { kind, word, pattern: new RegExp(`^${word}${patterns.join('')}$`) };
}).sort((a, b) => b.word.length - a.word.length);

const WORDS = LAYER_KINDS.map((kind) => layerForms[kind].word);
const exampleOf = (kind: LayerKind): string => formatLayer(layerForms[kind].fresh({ input: null, classes: 10 }));
/** Makes the error for a fault of the layer that is being read. */
type Fail = (fault: LayerFault) => NetworkError;

/** Reads one layer of the text. */
function parseLayer(text: string, fail: Fail): LayerSpec {
  const form = FORMS.find(({ word }) => text.startsWith(word));
  if (!form) throw fail({ code: 'layer.unknown', text, known: WORDS });
  const match = form.pattern.exec(text);
  if (!match) throw fail({ code: 'layer.miswritten', text, example: exampleOf(form.kind) });

  const within = (name: string, written: string, min: number, max: number): number => {
    const value = Number(written);
    if (value >= min && value <= max) return value;
    throw fail({ code: 'layer.range', text, field: name, value: written, min, max });
  };
  const read = (name: string, field: Field, written: string | undefined): Value => {
    switch (field.kind) {
      case 'integer':
      case 'number':
        return written === undefined ? (field.usual ?? 0) : within(name, written, field.min, field.max);
      case 'classes':
        return within(name, written ?? '', 1, field.max);
      case 'padding':
        return written === 'v' ? 'valid' : 'same';
      case 'shape': {
        const shape = (written ?? '').split('x').map((n) => within(name, n, 1, field.max));
        if (shape.length !== 2) return shape;
        throw fail({ code: 'layer.shape', text });
      }
      case 'layers':
        return parseBranch((written ?? '').slice(1), fail);
      default:
        return field satisfies never;
    }
  };
  const values = fieldsOf(form.kind).map(([name, field], i) => [name, read(name, field, match[i + 1])]);
  // Every value was read as its field says, and the table has a field for each.
  return { kind: form.kind, ...Object.fromEntries(values) } as LayerSpec;
}

const parseBranch = (text: string, fail: Fail): readonly SimpleLayer[] =>
  text.split('_').map((part, index) => {
    const inBranch: Fail = (fault) => fail({ code: 'layer.inBranch', layer: index, fault });
    // Its underscores would be taken for those of the outer one.
    if (part.startsWith(layerForms.labelBranch.word)) throw inBranch({ code: 'layer.nestedBranch' });
    return parseLayer(part, inBranch) as SimpleLayer;
  });

/**
 * Reads the text form.
 *
 * @throws NetworkError at the first layer that cannot be read, with what is wrong about it. Whether
 * the layers fit together is for `describeNetwork` to say.
 */
export const parseLayers = (text: string): readonly LayerSpec[] =>
  // Layers begin with a letter, so the dot of 0.2 separates nothing.
  text.split(/\.(?!\d)/).map((part, index) => parseLayer(part, (fault) => new NetworkError(index, fault)));
