import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconX } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { type ChartName, useLayout } from '../layout.ts';
import { useController, useGroup, usePage } from '../playground.ts';
import { isTraining } from '../state/phase.ts';
import { turned } from './charts.ts';
import classes from './present.module.css';
import { leavePresentation } from './present.ts';
import { useChartsShown } from './useChartsShown.ts';

/** The few controls of a presentation, seen while the pointer moves or one of them has the focus. */
export function PresentBar() {
  const texts = useTexts();
  const { toggle, step } = useController();
  const active = useGroup(({ phase }) => isTraining(phase) || (phase.kind === 'opening' && phase.train));
  const stuck = useGroup(({ phase }) => phase.kind === 'failed');
  const canStep = useGroup(({ phase }) => phase.kind === 'paused' || phase.kind === 'stepping');
  const lost = usePage((state) => state.lost !== null);
  return (
    <div className={classes.bar} role="toolbar" aria-label={texts.show.bar}>
      <button type="button" className={classes.train} disabled={stuck || lost} onClick={toggle}>
        {active ? <IconPlayerPauseFilled size={14} aria-hidden /> : <IconPlayerPlayFilled size={14} aria-hidden />}
        {active ? texts.transport.pause : texts.transport.train}
      </button>
      <button type="button" disabled={!canStep || lost} onClick={() => step('both')}>
        {texts.transport.stepBoth}
      </button>
      <Charts />
      <button type="button" aria-label={texts.show.leave} title={texts.show.leave} onClick={leavePresentation}>
        <IconX size={15} aria-hidden />
      </button>
    </div>
  );
}

/** Which charts are beside the picture; without any, the picture is alone. */
function Charts() {
  const texts = useTexts();
  const several = usePage(({ members }) => members.length > 1);
  const dock = useLayout((state) => state.dock);
  const { shown, offered, room } = useChartsShown();
  if (!several && dock !== 'curves') return null;
  const turn = (chart: ChartName): void => useLayout.setState({ charts: turned(shown, chart, room) });
  return (
    <fieldset aria-label={texts.show.charts} className={classes.charts}>
      {offered.map((chart) => (
        <button key={chart} type="button" aria-pressed={shown.includes(chart)} onClick={() => turn(chart)}>
          {texts.show.chart[chart]}
        </button>
      ))}
    </fieldset>
  );
}
