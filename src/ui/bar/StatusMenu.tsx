import { NativeSelect } from '@mantine/core';
import type { BackendFall } from '../../core/backends.ts';
import { BACKEND_IDS, type BackendChoice } from '../../core/config.ts';
import type { StepMode } from '../../core/stepMode.ts';
import { formatsNow, type Texts, useTexts } from '../../i18n/index.ts';
import type { BackendInfo } from '../../protocol/index.ts';
import { Chevron } from '../components/Chevron.tsx';
import { useController, useGroup, useRun } from '../playground.ts';
import { isTraining } from '../state/phase.ts';
import { BackendDetails } from './BackendDetails.tsx';
import { Bubble } from './Bubble.tsx';
import classes from './bar.module.css';
import { EpochProgress } from './EpochProgress.tsx';
import { SeedInput } from './SeedInput.tsx';

const CHOICES: readonly BackendChoice[] = ['auto', ...BACKEND_IDS];

/** Halves the speed and worse. */
const isWeighty = ({ code }: BackendFall): boolean => code !== 'fall.notRelaxed';

/** A GPU, the processor, or what is slower than it need be: a GPU that is only pretended, a processor by a part. */
const kindOf = ({ id, software, falls }: BackendInfo) =>
  software || falls.some(isWeighty) ? 'slow' : id === 'cpu' || id === 'simd' ? 'processor' : 'device';

/** Where the training runs and how fast; behind it why there, the seed, and what the run takes. */
export function StatusMenu() {
  const texts = useTexts();
  const backend = useRun((state) => state.info?.backend ?? null);
  const reduced = backend?.id === 'simd' && backend.falls.some(isWeighty);
  const where = backend ? `${texts.backend.choice[backend.id]}${reduced ? ` (${texts.backend.reduced})` : ''}` : '…';
  return (
    <Bubble
      label={texts.backend.status({ where })}
      title={texts.backend.statusHint}
      align="end"
      className={classes.indicator}
      face={
        <>
          <span className={classes.dot} data-kind={backend ? kindOf(backend) : undefined} />
          <span className={classes.where}>{where}</span>
          <Speed />
          <Chevron down />
        </>
      }
    >
      {() => <Status backend={backend} />}
    </Bubble>
  );
}

function Speed() {
  const texts = useTexts();
  // Rounded here, so that it is rendered anew only when the text changes.
  const value = useRun(({ stepsPerSecond }) => (stepsPerSecond === null ? null : formatSpeed(stepsPerSecond)));
  // What is paused has no speed.
  const trains = useGroup(({ phase }) => isTraining(phase));
  return <span className={classes.speed}>{trains && value !== null && texts.backend.stepsPerSecond({ value })}</span>;
}

/** Four digits at most, which is what there is room for: tiny networks may take ten thousand steps a second. */
function formatSpeed(value: number): string {
  const { fixed } = formatsNow();
  return value < 9999.5 ? fixed(value, value < 1 ? 2 : value < 10 ? 1 : 0) : `${fixed(value / 1000, 0)}k`;
}

function Status({ backend }: { readonly backend: BackendInfo | null }) {
  const texts = useTexts();
  const session = useController();
  const choice = useRun((state) => state.wanted.backend);
  return (
    <section aria-label={texts.backend.panel} className={classes.status}>
      <div className={classes.fields}>
        <NativeSelect
          size="xs"
          label={texts.backend.label}
          value={choice}
          data={CHOICES.map((value) => ({ value, label: texts.backend.choice[value] }))}
          onChange={(event) => session.setShared({ backend: event.currentTarget.value as BackendChoice })}
        />
        <SeedInput />
      </div>
      <BackendDetails backend={backend} />
      <dl className={classes.facts}>
        <dt>{texts.backend.step}</dt>
        <dd>
          <Mode />
        </dd>
        <dt>{texts.backend.memory}</dt>
        <dd>
          <Memory />
        </dd>
        <dt>{texts.transport.epoch}</dt>
        <dd>
          <EpochProgress />
        </dd>
      </dl>
    </section>
  );
}

const modeIn = (words: Texts['backend']['mode'], mode: StepMode): string => {
  switch (mode.kind) {
    case 'compiled':
      return words.compiled(mode);
    case 'eager':
    case 'refused':
      return words[mode.kind];
    default:
      return mode satisfies never;
  }
};

/** How steps are taken. Written here, so that it is rendered anew only when the text changes. */
function Mode() {
  const { mode: words } = useTexts().backend;
  return useRun(({ mode }) => modeIn(words, mode));
}

/** What all runs of the engine hold. */
function Memory() {
  const texts = useTexts();
  const megabytes = useRun(({ memory }) => Math.round(memory.bytes / 2 ** 20));
  const tensors = useRun(({ memory }) => memory.tensors);
  return texts.backend.holds({ megabytes, tensors });
}
