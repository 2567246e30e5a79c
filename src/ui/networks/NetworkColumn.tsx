import { type KeyboardEvent, useRef, useState } from 'react';
import type { LayerSpec, Shape } from '../../core/layers.ts';
import { formatShape, parametersOf } from '../../core/network.ts';
import type { Plan } from '../../gan/plan.ts';
import { layerFaultOf } from '../../i18n/problems/index.ts';
import { FullButton } from '../show/FullButton.tsx';
import type { Inspection, NetworkName } from './draft.ts';
import { LayerRow } from './LayerRow.tsx';
import classes from './networks.module.css';
import { TensorShape } from './TensorShape.tsx';
import { useWords, type Words } from './words.ts';

interface NetworkColumnProps {
  readonly name: NetworkName;
  readonly own: Plan;
  readonly layers: readonly LayerSpec[];
  readonly inspection: Inspection;
  /** Why the network as a whole does not fit, though its layers do. */
  readonly refusal: string | null;
  readonly chosen: number | null;
  readonly onPoint: (index: number | null) => void;
  readonly onChoose: (index: number, byKeyboard: boolean) => void;
}

/** One network from what comes in to what goes out, a block for each layer. */
export function NetworkColumn({
  name,
  own,
  layers,
  inspection,
  refusal,
  chosen,
  onPoint,
  onChoose,
}: NetworkColumnProps) {
  const words = useWords();
  const list = useRef<HTMLOListElement>(null);
  // One stop for the Tab key; arrows go from layer to layer.
  const [stop, setStop] = useState(-1);
  const { known, error } = inspection;
  const { input } = own[name];
  const side = Math.max(...own.discriminator.input.slice(0, 2));
  const weights = known.reduce((sum, layer) => sum + parametersOf(layer), 0);
  const output = error ? null : (known.at(-1)?.output ?? null);
  const entry = Math.min(stop, layers.length - 1);

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const to = Math.min(Math.max(entry + by, -1), layers.length - 1);
    setStop(to);
    list.current?.querySelectorAll('button')[to + 1]?.focus();
  };
  const rowProps = (index: number) => ({
    tabIndex: index === entry ? 0 : -1,
    chosen: chosen === index,
    onPoint: (on: boolean) => onPoint(on ? index : null),
    onFocus: () => setStop(index),
    onChoose: (byKeyboard: boolean) => onChoose(index, byKeyboard),
  });

  return (
    <section className={classes.network} data-network={name} aria-labelledby={`networks-${name}`} data-card="">
      <header>
        <h3 id={`networks-${name}`}>{words[name]}</h3>
        <span className={classes.total}>{error ? words.unknown : words.total({ count: layers.length, weights })}</span>
        <FullButton of={words[name]} />
      </header>
      <div className={classes.columns} aria-hidden>
        <span className={classes.shape}>{words.comesOut}</span>
        <span className={classes.count}>{words.weights}</span>
      </div>
      <ol ref={list} aria-label={words.layersOf({ network: words[name] })} onKeyDown={onKeyDown}>
        <LayerRow
          {...rowProps(-1)}
          index={-1}
          name={inputName(words, name, own)}
          brief={inputBrief(words, name, own)}
          shape={input}
          slim={false}
          picture={<TensorShape shape={input} side={side} />}
          weights={null}
          error={null}
        />
        {layers.map((layer, index) => {
          const found = known[index];
          return (
            <LayerRow
              // A layer has no name but its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              {...rowProps(index)}
              index={index}
              layer={layer}
              name={words.layer[layer.kind].name}
              shape={found?.output ?? null}
              slim={!changesShape(layer)}
              picture={found && changesShape(layer) && pictureOf(layer, found.output, found.input, side)}
              weights={found ? parametersOf(found) : null}
              error={error?.layer === index ? layerFaultOf(error.fault) : null}
            />
          );
        })}
      </ol>
      <p className={classes.output} data-wrong={output === null || refusal !== null}>
        <b>{output === null || refusal !== null ? words.output.wrong : outputName(words, name, own)}</b>
        {output && <span>{formatShape(output)}</span>}
      </p>
      {refusal && (
        <p role="alert" className={classes.error}>
          {refusal}
        </p>
      )}
    </section>
  );
}

/** What only works on the values leaves the block before it as it is. */
function changesShape({ kind }: LayerSpec): boolean {
  switch (kind) {
    case 'dense':
    case 'conv':
    case 'convTranspose':
    case 'maxPool':
    case 'maxout':
    case 'flatten':
    case 'reshape':
    case 'labelEmbedding':
    case 'labelBranch':
    case 'projection':
      return true;
    case 'batchNorm':
    case 'layerNorm':
    case 'relu':
    case 'leakyRelu':
    case 'tanh':
    case 'sigmoid':
    case 'dropout':
      return false;
    default:
      return kind satisfies never;
  }
}

function pictureOf(layer: LayerSpec, output: Shape, input: Shape, side: number) {
  const joins = layer.kind === 'labelEmbedding' || layer.kind === 'labelBranch';
  const appended = joins ? (output[0] ?? 0) - (input[0] ?? 0) : 0;
  return <TensorShape shape={output} side={side} appended={appended} />;
}

function inputName(words: Words, name: NetworkName, { examples }: Plan): string {
  if (name === 'generator') return words.input.noise;
  return examples.kind === 'image' ? words.input.image : words.input.point;
}

function inputBrief(words: Words, name: NetworkName, { latent, classes: told }: Plan): string {
  const [what, withClass] =
    name === 'generator'
      ? [words.input[latent.distribution], words.input.andClass]
      : [words.input.judged, words.input.andItsClass];
  return told > 0 ? `${what}, ${withClass}` : what;
}

function outputName(words: Words, name: NetworkName, { examples, supervision }: Plan): string {
  if (name === 'generator') return examples.kind === 'image' ? words.output.image : words.output.point;
  return supervision ? words.output.scores : words.output.score;
}
