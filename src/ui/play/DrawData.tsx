import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EngineError } from '../../core/errors.ts';
import { MOST_POINTS, OWN_EXTENT, pointsProblem } from '../../core/ownPoints.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { npyOf } from '../../record/npy.ts';
import { download } from '../download.ts';
import { useLayout } from '../layout.ts';
import { useController } from '../playground.ts';
import { DensityPad } from './DensityPad.tsx';
import { countOf, nothing, pointsOf } from './density.ts';
import { useUndoKey } from './keys.ts';
import { takenBack } from './past.ts';
import classes from './play.module.css';
import { painted, undoDensity, usePlay } from './state.ts';
import { ClearTool, EraseTool, UndoTool } from './tools.tsx';

/** Width of the brush, in cells of the square. */
const [NARROWEST, WIDEST, USUAL] = [1, 8, 3];
const LONGEST_NAME = 40;

/** A person paints a distribution, which then is a data set. */
export function DrawData() {
  const { data: texts } = useTexts('play');
  const controller = useController();
  const density = usePlay((state) => state.density);
  const canUndo = usePlay((state) => takenBack(state.pastDensities, state.density) !== undefined);
  const [erases, setErases] = useState(false);
  const [radius, setRadius] = useState(USUAL);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useUndoKey(undoDensity);
  const count = countOf(density);

  /** The points, if they can be used; says why not. */
  function made(): Float32Array<ArrayBuffer> | null {
    const points = pointsOf(density, OWN_EXTENT);
    const wrong = pointsProblem(points);
    setProblem(wrong && sentenceOf(wrong));
    return wrong ? null : points;
  }
  async function train(): Promise<void> {
    const points = made();
    if (!points) return;
    try {
      await controller.bringPoints(name.trim() || texts.untitled, points);
      // There it is seen what the networks make of it.
      useLayout.setState({ stage: 'samples' });
    } catch (thrown) {
      setProblem(sentenceOf(EngineError.from(thrown).problem));
    }
  }
  function save(): void {
    const points = made();
    if (points) download(new Blob([npyOf(points, [points.length / 2, 2])]), 'points.npy');
  }

  return (
    <div className={classes.beG}>
      <div className={classes.padPlace}>
        <DensityPad density={density} brush={{ radius, erases }} label={texts.describe({ count })} />
      </div>
      <div className={classes.side}>
        <p className={classes.what}>{texts.what}</p>
        <div className={classes.tools}>
          <EraseTool erases={erases} onChange={setErases} />
          <UndoTool disabled={!canUndo} undo={undoDensity} />
          <ClearTool clear={() => painted(nothing)} />
        </div>
        <label className={classes.range}>
          <span>{texts.brush}</span>
          <input
            type="range"
            min={NARROWEST}
            max={WIDEST}
            step={0.5}
            value={radius}
            onChange={({ currentTarget: { value } }) => setRadius(Number(value))}
          />
        </label>
        <TextInput
          size="xs"
          label={texts.name}
          placeholder={texts.untitled}
          maxLength={LONGEST_NAME}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <Button size="xs" disabled={count === 0} onClick={() => void train()}>
          {texts.train}
        </Button>
        <Button size="xs" variant="default" disabled={count === 0} title={texts.saveHint} onClick={save}>
          {texts.save}
        </Button>
        <p role="status" className={classes.stuck}>
          {problem ?? (count < MOST_POINTS ? texts.count({ count }) : texts.full({ count }))}
        </p>
      </div>
    </div>
  );
}
