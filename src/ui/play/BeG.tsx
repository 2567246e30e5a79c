import { Button, NativeSelect, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { EngineError } from '../../core/errors.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { BRIGHTER, DARKER } from '../inside/paintSlopes.ts';
import { useController, useDataSet, useRun } from '../playground.ts';
import { climb } from './climb.ts';
import { asInMnist, blank, type Drawing } from './drawing.ts';
import { useUndoKey } from './keys.ts';
import { Pad } from './Pad.tsx';
import classes from './play.module.css';
import { Reading, useScoreText } from './Reading.tsx';
import { draw, undo, usePlay } from './state.ts';
import { ClearTool, EraseTool, UndoTool } from './tools.tsx';
import { useVerdict } from './useVerdict.ts';

type Size = Pick<Drawing, 'height' | 'width' | 'channels'>;

/** Pixels of the brush's full middle, of 28. */
const RADIUS = 0.9 / 28;
const INK = 0.5;

const fits = (drawing: Drawing, { height, width, channels }: Size): boolean =>
  drawing.height === height && drawing.width === width && drawing.channels === channels;

const doNothing = (): void => undefined;

const partsOf = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

const swatch = (colour: readonly number[]) => ({ '--swatch': `rgb(${colour.join(' ')})` }) as React.CSSProperties;

/** A person in G's place: a drawing, D's word on it, and what would convince it. */
export function BeG(size: Size) {
  const { g: texts, d: inPlaceOfD } = useTexts('play');
  const { request } = useController();
  const run = useRun(({ info }) => info?.run ?? 0);
  const classCount = useRun(({ info }) => info?.classes ?? 0);
  const names = useDataSet(useRun(({ opened }) => opened.data))?.classes ?? [];
  const kept = usePlay((state) => state.drawing);
  const past = usePlay((state) => state.past);
  const wantedLabel = usePlay((state) => state.label);
  const showsSlopes = usePlay((state) => state.slopes);
  const [erases, setErases] = useState(false);
  const [colour, setColour] = useState('#ffffff');
  const [stuck, setStuck] = useState<string | null>(null);
  const { height, width, channels } = size;
  const empty = useMemo(() => blank(height, width, channels), [height, width, channels]);
  const drawing = kept && fits(kept, size) ? kept : empty;
  const canUndo = past.some((one) => fits(one, size)) && kept === drawing;
  useUndoKey(canUndo ? undo : doNothing);
  const label = classCount > 0 ? Math.min(wantedLabel, classCount - 1) : null;
  const asked = useMemo(
    () => ({ examples: drawing.values, classes: label === null ? null : Uint8Array.of(label) }),
    [drawing, label],
  );
  const { judged, error } = useVerdict(asked);
  const textOf = useScoreText();
  const brush = { radius: RADIUS * width, colour: channels === 1 ? [1] : partsOf(colour), erases };
  const ink = drawing.values.filter((value) => value > INK).length / drawing.values.length;
  const said = texts.describe({ ink, score: texts.scoreSaid({ score: textOf(judged?.verdict.scores[0]) }) });

  async function step(): Promise<void> {
    try {
      const values = await climb(request, run, asked, { low: 0, high: 1 });
      setStuck(values ? null : texts.stuck);
      if (values) draw(drawing, { ...drawing, values });
    } catch (thrown) {
      setStuck(sentenceOf(EngineError.from(thrown).problem));
    }
  }

  return (
    <div className={classes.beG}>
      <div className={classes.padPlace}>
        <Pad
          key={`${height} ${width}`}
          drawing={drawing}
          brush={brush}
          slopes={showsSlopes && judged ? judged.verdict.slopes : null}
          label={said}
        />
      </div>
      <div className={classes.side}>
        <p className={classes.what}>{texts.what}</p>
        <div className={classes.tools}>
          <EraseTool erases={erases} onChange={setErases} />
          <UndoTool disabled={!canUndo} undo={undo} />
          <ClearTool clear={() => draw(drawing, empty)} />
          {channels === 3 && (
            <input
              type="color"
              className={classes.colour}
              aria-label={texts.colour}
              value={colour}
              onChange={({ currentTarget: { value } }) => setColour(value)}
            />
          )}
          {label !== null && (
            <NativeSelect
              size="xs"
              className={classes.label ?? ''}
              aria-label={texts.asked}
              title={texts.asked}
              value={String(label)}
              // A lone digit beside an eraser looks like the size of a brush.
              data={names.map((name, i) => ({ value: String(i), label: inPlaceOfD.asked({ label: name }) }))}
              onChange={({ currentTarget: { value } }) => usePlay.setState({ label: Number(value) })}
            />
          )}
        </div>
        {channels === 1 && (
          <Button
            size="compact-xs"
            variant="default"
            title={texts.mnistHint}
            onClick={() => draw(drawing, asInMnist(drawing))}
          >
            {texts.mnist}
          </Button>
        )}
        <Reading judged={judged} />
        <Button size="xs" title={texts.stepHint} onClick={() => void step()}>
          {texts.step}
        </Button>
        <p role="status" className={classes.stuck}>
          {error ? sentenceOf(error.problem) : stuck}
        </p>
        <Switch
          size="xs"
          label={texts.slopes}
          checked={showsSlopes}
          onChange={({ currentTarget: { checked } }) => usePlay.setState({ slopes: checked })}
        />
        <ul className={classes.legend}>
          <li style={swatch(BRIGHTER)}>{texts.brighter}</li>
          <li style={swatch(DARKER)}>{texts.darker}</li>
        </ul>
      </div>
    </div>
  );
}
