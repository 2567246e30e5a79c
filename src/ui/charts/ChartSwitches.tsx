import { CloseButton, Switch } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
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
      <Switch
        size="xs"
        labelPosition="left"
        label={texts.chart.log}
        title={texts.chart.logHint}
        checked={log}
        onChange={({ currentTarget: { checked } }) => store.setState({ log: checked })}
      />
      <Switch
        size="xs"
        labelPosition="left"
        label={texts.chart.smooth}
        title={texts.chart.smoothHint}
        checked={smooth}
        onChange={({ currentTarget: { checked } }) => store.setState({ smooth: checked })}
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
