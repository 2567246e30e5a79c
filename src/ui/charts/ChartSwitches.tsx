import { Switch } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import { useChartState, useChartStore } from './chartState.ts';
import classes from './charts.module.css';

/** How all charts are drawn. What is read under the cursor stays what was measured. */
export function ChartSwitches() {
  const texts = useTexts();
  const store = useChartStore();
  const { log, smooth } = useChartState((state) => state);
  return (
    <div className={classes.switches}>
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
