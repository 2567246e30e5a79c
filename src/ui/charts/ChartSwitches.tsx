import { CloseButton } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import { SmallSwitch } from '../components/SmallSwitch.tsx';
import { useChartState, useChartStore } from './chartState.ts';
import classes from './charts.module.css';
import { faint, useGhost } from './ghost.ts';
import { Swatch } from './Swatch.tsx';

const KEY = faint({ color: 'var(--ink)', width: 1, opacity: 1 });

/** How all charts are drawn. What is read under the cursor stays what was measured. */
export function ChartSwitches() {
  const texts = useTexts();
  const store = useChartStore();
  const { log, smooth } = useChartState((state) => state);
  return (
    <div className={classes.switches}>
      <GhostKey />
      <SmallSwitch
        label={texts.chart.log}
        hint={texts.chart.logHint}
        checked={log}
        onChange={(on) => store.setState({ log: on })}
      />
      <SmallSwitch
        label={texts.chart.smooth}
        hint={texts.chart.smoothHint}
        checked={smooth}
        onChange={(on) => store.setState({ smooth: on })}
      />
    </div>
  );
}

/** Whose curves are shown beside the run's own, and the way to be rid of them. */
function GhostKey() {
  const texts = useTexts();
  const ghost = useGhost((state) => state.ghost);
  if (!ghost) return null;
  return (
    <span className={classes.ghost}>
      <Swatch {...KEY} />
      <span title={ghost.label}>{ghost.label}</span>
      <CloseButton
        size="xs"
        aria-label={texts.chart.removeBeside({ name: ghost.label })}
        onClick={() => useGhost.setState({ ghost: null })}
      />
    </span>
  );
}
