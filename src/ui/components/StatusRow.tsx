import { useTexts } from '../../i18n/index.ts';
import { formatWhole } from '../format.ts';
import { usePage, useRun } from '../playground.ts';
import { late } from './late.tsx';
import { StatusLine } from './StatusLine.tsx';
import classes from './StatusRow.module.css';

const SlowNotice = late('slow', async () => (await import('./SlowNotice.tsx')).SlowNotice);
const DiagnosisStrip = late('diagnosis', async () => (await import('../diagnosis/DiagnosisStrip.tsx')).DiagnosisStrip);
const ChartSwitches = late('charts', async () => (await import('../charts/index.ts')).ChartSwitches);

/**
 * What is going on; and in the same place, over it, what needs attention. The place is always there, so nothing
 * below moves when something has to be said.
 */
export function StatusRow() {
  const comparing = usePage(({ members }) => members.length > 1);
  return (
    <div className={classes.row}>
      <StatusLine />
      <Arriving />
      {comparing ? (
        <ChartSwitches silent />
      ) : (
        <div className={classes.notices}>
          <SlowNotice />
          <DiagnosisStrip />
        </div>
      )}
    </div>
  );
}

/** How much of the data has come, while it is still on its way. */
function Arriving() {
  const texts = useTexts();
  const opened = useRun((state) => state.opened.data);
  const data = usePage(({ dataLoaded }) => (dataLoaded?.data === opened ? dataLoaded : null));
  if (!data || data.loaded >= data.total) return null;
  return (
    <span className={classes.arriving} title={texts.transport.data}>
      ↓ {formatWhole(data.loaded)} / {formatWhole(data.total)}
    </span>
  );
}
