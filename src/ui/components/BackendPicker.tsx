import { NativeSelect } from '@mantine/core';
import type { BackendFall } from '../../core/backends.ts';
import { BACKEND_IDS, type BackendChoice } from '../../core/config.ts';
import { formatsNow, useTexts } from '../../i18n/index.ts';
import { backendFallOf, backendNoteOf, backendReasonOf, deviceOf } from '../../i18n/problems/index.ts';
import type { BackendInfo } from '../../protocol/index.ts';
import { useController, useRun } from '../playground.ts';
import classes from './Header.module.css';
import { HelpTip } from './HelpTip.tsx';

const CHOICES: readonly BackendChoice[] = ['auto', ...BACKEND_IDS];

/** Halves the speed and worse. */
const isWeighty = ({ code }: BackendFall): boolean => code !== 'fall.notRelaxed';

/** A GPU, the processor, or what is slower than it need be: a GPU that is only pretended, a processor by a part. */
const kindOf = ({ id, software, falls }: BackendInfo) =>
  software || falls.some(isWeighty) ? 'slow' : id === 'cpu' || id === 'simd' ? 'processor' : 'device';

/** Where the training runs and how fast, why there, and the choice to run it elsewhere. */
export function BackendPicker() {
  const texts = useTexts();
  const session = useController();
  const choice = useRun((state) => state.wanted.backend);
  const backend = useRun((state) => state.info?.backend ?? null);
  return (
    <div className={classes.backend}>
      <HelpTip tip={<BackendTip backend={backend} />} className={classes.indicator ?? ''}>
        <span className={classes.dot} data-kind={backend ? kindOf(backend) : undefined} />
        <span className="visually-hidden">{texts.backend.about}: </span>
        <span className={classes.where}>
          {backend ? texts.backend.choice[backend.id] : '…'}
          {backend?.id === 'simd' && backend.falls.some(isWeighty) && ` (${texts.backend.reduced})`}
          <Speed />
        </span>
      </HelpTip>
      <NativeSelect
        size="xs"
        className={classes.select ?? ''}
        aria-label={texts.backend.label}
        value={choice}
        data={CHOICES.map((value) => ({ value, label: texts.backend.choice[value] }))}
        onChange={(event) => session.setShared({ backend: event.currentTarget.value as BackendChoice })}
      />
    </div>
  );
}

function Speed() {
  const texts = useTexts();
  // Rounded here, so that it is rendered anew only when the text changes.
  const value = useRun(({ stepsPerSecond }) => (stepsPerSecond === null ? null : formatSpeed(stepsPerSecond)));
  return value === null ? null : (
    <>
      <br />
      {texts.backend.stepsPerSecond({ value })}
    </>
  );
}

const formatSpeed = (value: number): string => formatsNow().fixed(value, value < 1 ? 2 : value < 10 ? 1 : 0);

function BackendTip({ backend }: { readonly backend: BackendInfo | null }) {
  const texts = useTexts();
  if (!backend) return texts.backend.none;
  return (
    <span className={classes.tip}>
      <p>{backendReasonOf(backend.reason)}</p>
      <p>
        {deviceOf(backend.device)}
        {backend.software && ` (${texts.backend.software})`}
      </p>
      {backend.falls.map((fall) => (
        <p key={fall.code}>{backendFallOf(fall)}</p>
      ))}
      {backend.candidates.length > 0 && (
        <table>
          <caption>{texts.backend.measured}</caption>
          <tbody>
            {backend.candidates.map(({ id, millisecondsPerStep, note }) => (
              <tr key={id}>
                <td>{texts.backend.choice[id]}</td>
                <td>
                  {millisecondsPerStep === null
                    ? texts.backend.notRun
                    : texts.backend.ms({ value: millisecondsPerStep })}
                </td>
                <td>{backendNoteOf(note)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </span>
  );
}
