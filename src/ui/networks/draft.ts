/** Networks as they are being changed, before a run has them: pure functions. */

import type { FieldName } from '../../core/layerForms.ts';
import type { LayerSpec, Shape } from '../../core/layers.ts';
import { formatLayers, parseLayers } from '../../core/layerText.ts';
import { type LayerDescription, NetworkError, type NetworkSpec } from '../../core/network.ts';
import type { Caution, LayerFault, SoundnessProblem } from '../../core/problems/networks.ts';
import { checkNetwork, networkCautions } from '../../gan/networks.ts';
import type { Plan } from '../../gan/plan.ts';
import { unsound } from '../../gan/soundness.ts';
import type { RunSettings } from '../state/settings.ts';

export const NETWORKS = ['generator', 'discriminator'] as const;
export type NetworkName = (typeof NETWORKS)[number];
export type Draft = { readonly [Name in NetworkName]: readonly LayerSpec[] };
type Edited = Pick<RunSettings, NetworkName>;

/** A layer of one of the networks; −1 is what comes in. */
export interface Chosen {
  readonly network: NetworkName;
  readonly index: number;
}

/** What the settings say: layers made by hand where there are some, else the recipe's own. */
export const draftOf = (own: Plan, edited: Edited): Draft => ({
  generator: edited.generator ? parseLayers(edited.generator) : own.generator.layers,
  discriminator: edited.discriminator ? parseLayers(edited.discriminator) : own.discriminator.layers,
});

/** The other way: empty where the layers are the recipe's own. */
export function editedBy(own: Plan, draft: Draft): Edited {
  const textOf = (name: NetworkName): string => {
    const text = formatLayers(draft[name]);
    return text === formatLayers(own[name].layers) ? '' : text;
  };
  return { generator: textOf('generator'), discriminator: textOf('discriminator') };
}

export const insertLayer = (layers: readonly LayerSpec[], at: number, layer: LayerSpec): readonly LayerSpec[] =>
  layers.toSpliced(at, 0, layer);

export const removeLayer = (layers: readonly LayerSpec[], at: number): readonly LayerSpec[] => layers.toSpliced(at, 1);

/** Exchanges a layer with its neighbour; at an end nothing happens. */
export function moveLayer(layers: readonly LayerSpec[], from: number, by: -1 | 1): readonly LayerSpec[] {
  const layer = layers[from];
  const neighbour = layers[from + by];
  return layer && neighbour ? layers.with(from, neighbour).with(from + by, layer) : layers;
}

export const changeLayer = (layer: LayerSpec, name: FieldName, value: unknown): LayerSpec =>
  ({ ...layer, [name]: value }) as LayerSpec;

/** A network as far as its layers fit together. */
export interface Inspection {
  /** Those before the error; all, if there is none. */
  readonly known: readonly LayerDescription[];
  readonly error: { readonly layer: number; readonly fault: LayerFault } | null;
}

export function inspect(network: NetworkSpec, plan: Plan): Inspection {
  try {
    return { known: checkNetwork(network, plan).layers, error: null };
  } catch (thrown) {
    if (!(thrown instanceof NetworkError)) throw thrown;
    const { layer, fault } = thrown;
    if (layer === 0) return { known: [], error: { layer, fault } };
    // What comes before may have an error of another sort.
    const before = inspect({ ...network, layers: network.layers.slice(0, layer) }, plan);
    return before.error ? before : { known: before.known, error: { layer, fault } };
  }
}

export interface Verdict {
  readonly generator: Inspection;
  readonly discriminator: Inspection;
  /** Why both together cannot be trained, and which of them is to blame, if one is. */
  readonly refusal: { readonly why: SoundnessProblem; readonly by: NetworkName | null } | null;
  readonly cautions: readonly Caution[];
}

/** What there is to say about a draft: shapes and errors of each network, and of both together. */
export function judge(own: Plan, draft: Draft): Verdict {
  const withLayers = (name: NetworkName): NetworkSpec => ({ ...own[name], layers: draft[name] });
  const plan: Plan = { ...own, generator: withLayers('generator'), discriminator: withLayers('discriminator') };
  const inspected = { generator: inspect(plan.generator, own), discriminator: inspect(plan.discriminator, own) };
  if (inspected.generator.error || inspected.discriminator.error) return { ...inspected, refusal: null, cautions: [] };
  const why = unsound(plan);
  if (why === null) return { ...inspected, refusal: null, cautions: networkCautions(plan) };
  // To blame is the one without which all would be well.
  const by = NETWORKS.find((name) => unsound({ ...plan, [name]: own[name] }) === null) ?? null;
  return { ...inspected, refusal: { why, by }, cautions: [] };
}

export const canBeApplied = ({ generator, discriminator, refusal }: Verdict): boolean =>
  !generator.error && !discriminator.error && refusal === null;

/** Reads “7×7×64” as a person types it; null if it is no shape. */
export function parseShape(text: string, max: number): Shape | null {
  const shape = text
    .trim()
    .split(/\s*[x×*,]\s*/i)
    .map(Number);
  const sound =
    (shape.length === 1 || shape.length === 3) && shape.every((n) => Number.isInteger(n) && n >= 1 && n <= max);
  return sound ? shape : null;
}
