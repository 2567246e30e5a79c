import { Button, NativeSelect } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import { useRun } from '../playground.ts';
import { EVERY, type Every, NEVER, stepsOf, wordOf } from './every.ts';
import classes from './quality.module.css';
import { useQuality, useQualityState } from './useQuality.ts';

const SAMPLES = [100, 200, 500, 1000, 2000];

/** Measure now, or every so many steps; of how many samples, and what. */
export function MeasureBar() {
  const texts = useTexts('quality');
  const quality = useQuality();
  const { every, samples } = useQualityState(({ settings }) => settings);
  const busy = useQualityState(({ asked, measuring }) => asked || measuring !== null);
  const asked = useQualityState((state) => state.asked);
  const ready = useRun(
    ({ info, phase }) => info !== null && info.evaluator.kind !== 'missing' && phase.kind !== 'failed',
  );
  return (
    <div className={classes.bar}>
      {asked ? (
        <Button size="compact-sm" variant="default" onClick={quality.cancel}>
          {texts.cancel}
        </Button>
      ) : (
        <Button size="compact-sm" disabled={!ready || busy} onClick={quality.measureNow}>
          {texts.now}
        </Button>
      )}
      <NativeSelect
        size="xs"
        aria-label={texts.every}
        title={texts.everyHint}
        disabled={!ready}
        value={wordOf(every)}
        data={[
          { value: NEVER, label: texts.onlyNow },
          ...EVERY.map((steps) => ({
            value: String(steps),
            label: `${texts.every.toLowerCase()} ${texts.everySteps({ steps })}`,
          })),
        ]}
        onChange={({ currentTarget: { value } }) => quality.change({ every: stepsOf(value as Every) })}
      />
      <NativeSelect
        size="xs"
        aria-label={texts.samples}
        title={texts.samplesHint}
        value={String(samples)}
        data={SAMPLES.map((count) => ({
          value: String(count),
          label: texts.measuredOn({ samples: count }),
        }))}
        onChange={({ currentTarget: { value } }) => quality.change({ samples: Number(value) })}
      />
    </div>
  );
}
