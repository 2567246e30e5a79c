import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { useRun } from '../playground.ts';
import { ChartColumn } from './ChartColumn.tsx';
import { ChartSwitches } from './ChartSwitches.tsx';
import classes from './charts.module.css';

const QualityView = late('quality', async () => (await import('../quality/QualityView.tsx')).QualityView);

/** What happens while it trains, or how good it has become. */
export function ChartViews() {
  const texts = useTexts();
  const recipe = useRun((state) => state.wanted.recipe);
  const [view, setView] = useState<string | null>('training');
  return (
    <Tabs value={view} onChange={setView} keepMounted={false} className={classes.views ?? ''}>
      <div className={classes.viewsHead}>
        <Tabs.List aria-label={texts.chart.views}>
          <Tabs.Tab value="training">{texts.chart.training}</Tabs.Tab>
          <Tabs.Tab value="quality">{texts.chart.quality}</Tabs.Tab>
        </Tabs.List>
        <ChartSwitches />
      </div>
      <Tabs.Panel value="training" className={classes.view ?? ''}>
        <ChartColumn key={recipe} />
      </Tabs.Panel>
      <Tabs.Panel value="quality" className={classes.view ?? ''}>
        <QualityView />
      </Tabs.Panel>
    </Tabs>
  );
}
