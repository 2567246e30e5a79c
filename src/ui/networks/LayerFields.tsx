import { Button, NativeSelect } from '@mantine/core';
import { type Field, type FieldName, fieldsOf } from '../../core/layerForms.ts';
import type { LayerSpec, Padding, Shape, SimpleLayer } from '../../core/layers.ts';
import { formatShape } from '../../core/network.ts';
import { formatExact } from '../format.ts';
import { AddLayer } from './AddLayer.tsx';
import { changeLayer, moveLayer, parseShape, removeLayer } from './draft.ts';
import classes from './networks.module.css';
import { TextField } from './TextField.tsx';
import { fieldValue, useWords } from './words.ts';

interface LayerFieldsProps {
  readonly layer: LayerSpec;
  readonly onChange: (layer: LayerSpec) => void;
}

/** A control for each value of a layer; what each may be is in `layerForms.ts`. */
export function LayerFields({ layer, onChange }: LayerFieldsProps) {
  return fieldsOf(layer.kind).map(([name, field]) => (
    <FieldControl
      key={name}
      name={name}
      field={field}
      layer={layer}
      onChange={(value) => onChange(changeLayer(layer, name, value))}
    />
  ));
}

interface FieldControlProps {
  readonly name: FieldName;
  readonly field: Field;
  readonly layer: LayerSpec;
  readonly onChange: (value: unknown) => void;
}

function FieldControl({ name, field, layer, onChange }: FieldControlProps) {
  const words = useWords();
  const label = words.field[name];
  const value = fieldValue(layer, name);
  switch (field.kind) {
    case 'integer':
    case 'number': {
      const { kind, min, max } = field;
      const why = (kind === 'integer' ? words.pane.whole : words.pane.number)({ label, min, max });
      const read = (text: string): number | null => {
        const number = text.trim() === '' ? Number.NaN : Number(text);
        const sound = number >= min && number <= max && (kind === 'number' || Number.isInteger(number));
        return sound ? number : null;
      };
      return <TextField label={label} text={formatExact(value as number)} read={read} why={why} onChange={onChange} />;
    }
    case 'shape':
      return (
        <TextField
          label={label}
          text={formatShape(value as Shape)}
          read={(text) => parseShape(text, field.max)}
          why={words.pane.badShape}
          onChange={onChange}
        />
      );
    case 'padding':
      return (
        <NativeSelect
          size="xs"
          label={label}
          classNames={{ root: classes.field, label: classes.label }}
          value={value as Padding}
          data={(['same', 'valid'] as const).map((each) => ({ value: each, label: words.padding[each] }))}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'classes':
      return null;
    case 'layers':
      return (
        <BranchFields
          label={label}
          layers={value as readonly SimpleLayer[]}
          classes={'classes' in layer ? layer.classes : 0}
          onChange={onChange}
        />
      );
    default:
      return field satisfies never;
  }
}

interface BranchFieldsProps {
  readonly label: string;
  readonly layers: readonly SimpleLayer[];
  readonly classes: number;
  readonly onChange: (layers: readonly SimpleLayer[]) => void;
}

/** The layers of a branch, one below the other, with their values. */
function BranchFields({ label, layers, classes: told, onChange }: BranchFieldsProps) {
  const words = useWords();
  // No branch is put into a branch, and moving or changing a layer leaves its kind.
  const change = (next: readonly unknown[]): void => onChange(next as readonly SimpleLayer[]);
  return (
    <fieldset className={classes.branch}>
      <legend>{label}</legend>
      {layers.map((layer, index) => {
        const name = words.layer[layer.kind].name;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer has no name but its place
          <fieldset key={index} aria-label={`${index + 1} ${name}`}>
            <div className={classes.inner}>
              <b>{name}</b>
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={index === 0}
                onClick={() => change(moveLayer(layers, index, -1))}
              >
                {words.pane.up}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={layers.length === 1}
                onClick={() => change(removeLayer(layers, index))}
              >
                {words.pane.remove}
              </Button>
            </div>
            <LayerFields layer={layer} onChange={(changed) => change(layers.with(index, changed as SimpleLayer))} />
          </fieldset>
        );
      })}
      <AddLayer
        place={{ input: null, classes: told }}
        without="labelBranch"
        onAdd={(added) => change([...layers, added])}
      />
    </fieldset>
  );
}
