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

/** One layer: its block, what it is called, what comes out of it and how many weights it has. */
export function LayerRow(props: LayerRowProps) {
  const t = useWords();
  const { index, layer, name, shape, picture, weights, error, chosen, onPoint, onFocus } = props;
  const path = layer ? pathOf(t, layer) : [];
  const brief = props.brief ?? (layer && path.length === 0 ? briefOf(t, layer) : '');
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        data-slim={!picture && !error}
        data-unknown={shape === null}
        aria-pressed={chosen}
        tabIndex={props.tabIndex}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && onPoint(true)}
        onPointerLeave={() => onPoint(false)}
        onFocus={() => {
          onFocus();
          onPoint(true);
        }}
        onBlur={() => onPoint(false)}
        onClick={({ detail }) => props.onChoose(detail === 0)}
      >
        <span className={classes.picture}>{picture || <i className={classes.bead} />}</span>
        <span className={classes.name}>
          {index >= 0 && <small className={classes.ordinal}>{index + 1}</small>} <b>{name}</b>{' '}
          {brief && <span className={classes.brief}>{brief}</span>}
          {path.length > 0 && <ClassPath steps={path} />}
        </span>
        <span className={classes.shape}>{shape ? formatShape(shape) : '?'}</span>
        <span className={classes.count}>
          {weights ? formatWhole(weights) : ''}
          {weights ? <span className="visually-hidden"> {t('weights')}</span> : ''}
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
function pathOf(t: Words, layer: LayerSpec): readonly string[] {
  switch (layer.kind) {
    case 'labelEmbedding':
      return [t('class'), t('row', { count: layer.size }), t('appended')];
    case 'labelBranch':
      return [
        t('class'),
        ...layer.layers.map((inner) => [t(`layer.${inner.kind}.name`), briefOf(t, inner)].filter(Boolean).join(' ')),
        t('appended'),
      ];
    case 'projection':
      return [t('class'), t('times')];
    default:
      return [];
  }
}
