import type { ReactNode } from 'react';
import type { LayerSpec, Shape } from '../../core/layers.ts';
import { formatShape } from '../../core/network.ts';
import { formatWhole } from '../format.ts';
import classes from './networks.module.css';
import { briefOf, useWords, type Words } from './words.ts';

interface LayerRowProps {
  /** −1 for what comes in. */
  readonly index: number;
  readonly layer?: LayerSpec;
  readonly name: string;
  readonly brief?: string;
  /** What comes out; null where that is not known. */
  readonly shape: Shape | null;
  /** It leaves the block before it as it is. */
  readonly slim: boolean;
  /** The block; without one, the layer is a bead on the thread. */
  readonly picture: ReactNode;
  readonly weights: number | null;
  readonly error: string | null;
  readonly chosen: boolean;
  readonly tabIndex: number;
  readonly onPoint: (on: boolean) => void;
  readonly onFocus: () => void;
  readonly onChoose: (byKeyboard: boolean) => void;
}

/** Where it lies over the rows, it would come between them and the pointer. */
const paneIsBeside = (): boolean => window.matchMedia('(width >= 1000px)').matches;

/** One layer: its block, what it is called, what comes out of it and how many weights it has. */
export function LayerRow(props: LayerRowProps) {
  const words = useWords();
  const { index, layer, name, shape, slim, picture, weights, error, chosen, onPoint, onFocus } = props;
  const path = layer ? pathOf(words, layer) : [];
  const brief = props.brief ?? (layer && path.length === 0 ? briefOf(words, layer) : '');
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        data-slim={slim}
        data-unknown={shape === null}
        aria-pressed={chosen}
        tabIndex={props.tabIndex}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && paneIsBeside() && onPoint(true)}
        onPointerLeave={() => onPoint(false)}
        onFocus={({ currentTarget }) => {
          onFocus();
          // By keyboard: a press of the pointer shall not move the row away before it is released.
          if (currentTarget.matches(':focus-visible')) onPoint(true);
        }}
        onBlur={() => onPoint(false)}
        onClick={({ detail, currentTarget }) => {
          props.onChoose(detail === 0);
          currentTarget.scrollIntoView({ block: 'nearest' });
        }}
      >
        <span className={classes.picture}>{picture || <i className={classes.bead} />}</span>
        <span className={classes.name}>
          <small className={classes.ordinal}>{index >= 0 && index + 1}</small>
          <b>{name}</b> {brief && <span className={classes.brief}>{brief}</span>}
          {path.length > 0 && <ClassPath steps={path} />}
        </span>
        <span className={classes.shape}>{shape ? formatShape(shape) : '?'}</span>
        <span className={classes.count}>
          {weights ? formatWhole(weights) : ''}
          {weights ? <span className="visually-hidden"> {words.weights}</span> : ''}
        </span>
      </button>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </li>
  );
}

/** How the class comes in: the way it takes beside the network. */
const ClassPath = ({ steps }: { readonly steps: readonly string[] }) => (
  <span className={classes.path}>
    {steps.map((step, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their place
      <span key={i}>{step}</span>
    ))}
  </span>
);

/** Its stations; none for a layer that is not told the class. */
function pathOf(words: Words, layer: LayerSpec): readonly string[] {
  switch (layer.kind) {
    case 'labelEmbedding':
      return [words.class, words.row({ count: layer.size }), words.appended];
    case 'labelBranch':
      return [
        words.class,
        ...layer.layers.map((inner) => [words.layer[inner.kind].name, briefOf(words, inner)].filter(Boolean).join(' ')),
        words.appended,
      ];
    case 'projection':
      return [words.class, words.times];
    default:
      return [];
  }
}
