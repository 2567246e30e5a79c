import { useRun } from '../playground.ts';
import { ChartColumn } from './ChartColumn.tsx';
import { ChartSwitches } from './ChartSwitches.tsx';
import classes from './charts.module.css';

/** What happens while it trains, and how it is drawn. */
export function Curves() {
  const recipe = useRun((state) => state.wanted.recipe);
  return (
    <div className={classes.curves}>
      <ChartColumn key={recipe} />
      <ChartSwitches />
    </div>
  );
}
