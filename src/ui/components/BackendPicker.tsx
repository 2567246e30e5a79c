import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BACKEND_IDS, type BackendChoice } from '../../core/config.ts';
import type { BackendInfo } from '../../protocol/index.ts';
import { formatShort } from '../format.ts';
import { usePage, useSession } from '../playground.ts';
import classes from './Header.module.css';
import { HelpTip } from './HelpTip.tsx';

const CHOICES: readonly BackendChoice[] = ['auto', ...BACKEND_IDS];

/** A GPU, the processor, or a GPU that is only pretended. */
const kindOf = ({ id, software }: BackendInfo) =>
  software ? 'software' : id === 'cpu' || id === 'simd' ? 'processor' : 'device';

/** Where the training runs and how fast, why there, and the choice to run it elsewhere. */
export function BackendPicker() {
  const { t } = useTranslation();
  const session = useSession();
  const choice = usePage((state) => state.settings.backend);
  const backend = usePage((state) => state.info?.backend ?? null);
  return (
    <div className={classes.backend}>
      <HelpTip label={t('backend.about')} tip={<BackendTip backend={backend} />} className={classes.indicator ?? ''}>
        <span className={classes.dot} data-kind={backend ? kindOf(backend) : undefined} />
        {backend ? t(`backend.choice.${backend.id}`) : '…'}
        <Speed />
      </HelpTip>
      <NativeSelect
        size="xs"
        className={classes.select ?? ''}
        aria-label={t('backend.label')}
        value={choice}
        data={CHOICES.map((value) => ({ value, label: t(`backend.choice.${value}`) }))}
        onChange={(event) => session.change({ backend: event.currentTarget.value as BackendChoice })}
      />
    </div>
  );
}

function Speed() {
  const { t } = useTranslation();
  // Rounded here, so that it is rendered anew only when the text changes.
  const value = usePage(({ stepsPerSecond }) => (stepsPerSecond === null ? null : formatSpeed(stepsPerSecond)));
  return value === null ? null : <span> · {t('backend.stepsPerSecond', { value })}</span>;
}

const formatSpeed = (value: number): string => value.toFixed(value < 1 ? 2 : value < 10 ? 1 : 0);

function BackendTip({ backend }: { readonly backend: BackendInfo | null }) {
  const { t } = useTranslation();
  if (!backend) return t('backend.none');
  return (
    <span className={classes.tip}>
      <p>{backend.reason}</p>
      <p>
        {backend.device}
        {backend.software && ` (${t('backend.software')})`}
      </p>
      {backend.candidates.length > 0 && (
        <table>
          <caption>{t('backend.measured')}</caption>
          <tbody>
            {backend.candidates.map(({ id, millisecondsPerStep, note }) => (
              <tr key={id}>
                <td>{t(`backend.choice.${id}`)}</td>
                <td>
                  {millisecondsPerStep === null
                    ? t('backend.notRun')
                    : t('backend.ms', { value: formatShort(millisecondsPerStep) })}
                </td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </span>
  );
}
