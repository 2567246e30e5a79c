import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { useKept } from '../archive/kept.ts';
import { late } from '../components/late.tsx';
import { formatWhole } from '../format.ts';
import { useLayout } from '../layout.ts';
import { usePage, useRun } from '../playground.ts';
import { ErrorMessage } from './ErrorMessage.tsx';
import { FetchingNotice } from './FetchingNotice.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import { LostNotice } from './LostNotice.tsx';
import { ProblemMessage } from './ProblemMessage.tsx';
import { StatusLine } from './StatusLine.tsx';
import classes from './strip.module.css';
import { WaitingNotice } from './WaitingNotice.tsx';

const KeptNotice = late(
  'archive',
  imported(
    () => import('../archive/KeptNotice.tsx'),
    (module) => module.KeptNotice,
  ),
);
const SlowNotice = late(
  'slow',
  imported(
    () => import('./SlowNotice.tsx'),
    (module) => module.SlowNotice,
  ),
);
const ChartSwitches = late(
  'charts',
  imported(
    () => import('../charts/index.ts'),
    (module) => module.ChartSwitches,
  ),
);
const Remedy = late(
  'diagnosis',
  imported(
    () => import('../diagnosis/Remedy.tsx'),
    (module) => module.Remedy,
  ),
);
const DiagnosisStrip = late(
  'diagnosis',
  imported(
    () => import('../diagnosis/DiagnosisStrip.tsx'),
    (module) => module.DiagnosisStrip,
  ),
);

/**
 * What is going on; and in the same place, over it, what needs attention, one thing at a time. The place is always
 * there, so nothing below moves when something has to be said.
 */
export function Strip() {
  const comparing = usePage(({ members }) => members.length > 1);
  const embedded = useLayout(({ embed }) => embed.length > 0);
  const anythingKept = useKept(
    ({ offer, said, status, brought, reading }) =>
      reading !== null ||
      offer !== null ||
      said !== null ||
      status === 'full' ||
      Object.values(brought).includes('asking'),
  );
  return (
    <div className={classes.strip}>
      <StatusLine />
      <Arriving />
      {comparing && <ChartSwitches silent />}
      {/* The first that has something to say is seen. */}
      <div className={classes.notices}>
        <LostNotice />
        {/* In a comparison each system says so in its own place. */}
        {!comparing && <ErrorMessage remedy={<Remedy silent />} />}
        <ProblemMessage />
        <FetchingNotice />
        <LinkNotice />
        <WaitingNotice />
        {anythingKept && !embedded && <KeptNotice silent />}
        {!comparing && <SlowNotice silent />}
        {!comparing && <DiagnosisStrip />}
      </div>
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
