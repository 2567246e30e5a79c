import { Button } from '@mantine/core';
import type { Ref } from 'react';
import type { LayerSpec } from '../../core/layers.ts';
import { formatShape, type LayerDescription } from '../../core/network.ts';
import type { Plan } from '../../gan/plan.ts';
import { AddLayer } from './AddLayer.tsx';
import { type Chosen, type Draft, insertLayer, moveLayer, removeLayer, type Verdict } from './draft.ts';
import { LayerFields } from './LayerFields.tsx';
import classes from './networks.module.css';
import { useWords } from './words.ts';

interface LayerPaneProps {
  readonly ref: Ref<HTMLElement>;
  readonly own: Plan;
  readonly shown: Chosen | null;
  readonly draft: Draft;
  readonly verdict: Verdict;
  /** The network's new layers, and which of them is looked at then. */
  readonly onChange: (layers: readonly LayerSpec[], index: number) => void;
}

/** One layer in detail: what it does, its weights, and all that can be changed about it. */
export function LayerPane({ ref, own, shown, draft, verdict, onChange }: LayerPaneProps) {
  const words = useWords();
  const layers = shown ? draft[shown.network] : [];
  const layer = shown ? layers[shown.index] : undefined;
  const before = shown && verdict[shown.network].known[shown.index - 1];
  const found = shown ? verdict[shown.network].known[shown.index] : undefined;
  const input = found?.input ?? (shown && shown.index <= 0 ? own[shown.network].input : (before?.output ?? null));
  // What a layer put behind this one would be given.
  const output = layer ? (found?.output ?? null) : input;
  return (
    <section
      ref={ref}
      className={classes.pane}
      tabIndex={-1}
      aria-label={words.pane.label}
      data-network={shown?.network}
    >
      {!shown && <p className={classes.hint}>{words.pane.hint}</p>}
      {shown && layer && (
        <>
          <h3>
            <small className={classes.ordinal}>{shown.index + 1}</small> {words.layer[layer.kind].name}
          </h3>
          <p>{words.layer[layer.kind].what}</p>
          {found && (
            <p className={classes.becomes}>
              {words.pane.shapes({ input: formatShape(found.input), output: formatShape(found.output) })}
            </p>
          )}
          <LayerFields
            key={`${shown.network} ${shown.index}`}
            layer={layer}
            onChange={(changed) => onChange(layers.with(shown.index, changed), shown.index)}
          />
          {found && <Weights layer={found} index={shown.index} />}
          <div className={classes.moves}>
            <Button
              size="compact-xs"
              variant="default"
              disabled={shown.index === 0}
              onClick={() => onChange(moveLayer(layers, shown.index, -1), shown.index - 1)}
            >
              {words.pane.up}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              disabled={shown.index === layers.length - 1}
              onClick={() => onChange(moveLayer(layers, shown.index, 1), shown.index + 1)}
            >
              {words.pane.down}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onChange(removeLayer(layers, shown.index), Math.min(shown.index, layers.length - 2))}
            >
              {words.pane.remove}
            </Button>
          </div>
        </>
      )}
      {shown && !layer && <p>{words.input.fixed}</p>}
      {shown && (
        <AddLayer
          place={{ input: output, classes: own.classes }}
          onAdd={(added) => onChange(insertLayer(layers, shown.index + 1, added), shown.index + 1)}
        />
      )}
    </section>
  );
}

/** Names as in a saved run. */
function Weights({ layer, index }: { readonly layer: LayerDescription; readonly index: number }) {
  const words = useWords();
  if (layer.weights.length === 0) return null;
  return (
    <table className={classes.weights}>
      <thead>
        <tr>
          <th scope="col">{words.pane.weight}</th>
          <th scope="col">{words.pane.shape}</th>
        </tr>
      </thead>
      <tbody>
        {layer.weights.map(({ name, shape, trainable }) => (
          <tr key={name}>
            <td>
              {`${index}.${layer.spec.kind}.${name}`}
              {!trainable && <span> {words.pane.statistic}</span>}
            </td>
            <td>{formatShape(shape)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
