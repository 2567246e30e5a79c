import { useState } from 'react';
import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { Chevron } from '../components/Chevron.tsx';
import { late } from '../components/late.tsx';
import { useRun } from '../playground.ts';
import { Locked } from '../show/Locked.tsx';
import { useRight } from '../show/rights.ts';
import { planOf } from '../state/plan.ts';
import { Reading } from './Section.tsx';
import classes from './settings.module.css';

const NetworksPanel = late(
  'networks',
  imported(
    () => import('../networks/NetworksPanel.tsx'),
    (module) => module.NetworksPanel,
  ),
);

/** Opens the view of both networks, which is fetched when it is first asked for. */
export function NetworksButton() {
  const texts = useTexts();
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const g = useRun(({ opened }) => planOf(opened).generator.layers.length);
  const d = useRun(({ opened }) => planOf(opened).discriminator.layers.length);
  const right = useRight('networks');
  if (right === 'hidden') return <Reading title={texts.settings.networks} note={texts.settings.layers({ g, d })} />;
  return (
    <section className={classes.section}>
      <h3>
        <button
          type="button"
          aria-label={texts.settings.networks}
          aria-haspopup="dialog"
          onClick={() => {
            setWanted(true);
            setOpen(true);
          }}
        >
          <b>{texts.settings.networks}</b> <span>{texts.settings.layers({ g, d })}</span>{' '}
          {right === 'locked' && <Locked />} <Chevron />
        </button>
      </h3>
      {wanted && <NetworksPanel open={open} onClose={() => setOpen(false)} />}
    </section>
  );
}
