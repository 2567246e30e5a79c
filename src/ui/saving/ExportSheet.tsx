import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { Sheet } from '../components/Sheet.tsx';

const ExportPanel = late(
  'exports',
  imported(
    () => import('./ExportPanel.tsx'),
    (module) => module.ExportPanel,
  ),
);

/** What can be taken along of the runs on the screen. */
export function ExportSheet() {
  const texts = useTexts();
  return (
    <Sheet id="exports" title={texts.menu.saveTitle}>
      {() => <ExportPanel />}
    </Sheet>
  );
}
