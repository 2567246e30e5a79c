import { imported } from '../../core/imported.ts';
import { late } from '../components/late.tsx';

/** Not everybody's, so nobody waits for it. */
export const ComparePanel = late(
  'comparison',
  imported(
    () => import('./ComparePanel.tsx'),
    (module) => module.ComparePanel,
  ),
);
