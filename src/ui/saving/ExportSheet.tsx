import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { Sheet } from '../components/Sheet.tsx';

const ExportPanel = late('exports', async () => (await import('./ExportPanel.tsx')).ExportPanel);

/** What can be taken along of the runs on the screen. */
export function ExportSheet() {
  const texts = useTexts();
  return (
    <Sheet id="exports" title={texts.menu.saveTitle}>
      {() => <ExportPanel />}
    </Sheet>
  );
}
