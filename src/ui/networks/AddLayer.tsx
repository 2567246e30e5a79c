import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { LAYER_KINDS, layerForms, type Place } from '../../core/layerForms.ts';
import type { LayerKind, LayerSpec } from '../../core/layers.ts';
import classes from './networks.module.css';
import { useWords } from './words.ts';

/** Those that are told the class make sense only where there is one. */
const isOffered = (kind: LayerKind, { classes: told }: Place): boolean =>
  told > 0 || !('classes' in layerForms[kind].fields);

interface AddLayerProps {
  readonly place: Place;
  readonly without?: LayerKind;
  readonly onAdd: (layer: LayerSpec) => void;
}

/** Puts a new layer behind another one. */
export function AddLayer({ place, without, onAdd }: AddLayerProps) {
  const words = useWords();
  const [kind, setKind] = useState<LayerKind>('dense');
  const kinds = LAYER_KINDS.filter((each) => each !== without && isOffered(each, place));
  return (
    <div className={classes.add}>
      <NativeSelect
        size="xs"
        aria-label={words.pane.addWhich}
        value={kind}
        data={kinds.map((each) => ({ value: each, label: words.layer[each].name }))}
        onChange={({ currentTarget: { value } }) => setKind(value as LayerKind)}
      />
      <Button size="xs" variant="default" onClick={() => onAdd(layerForms[kind].fresh(place))}>
        {words.pane.add}
      </Button>
    </div>
  );
}
