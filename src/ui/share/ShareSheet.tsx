import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { Sheet } from '../components/Sheet.tsx';

const SharePanel = late(
  'share',
  imported(
    () => import('./SharePanel.tsx'),
    (module) => module.SharePanel,
  ),
);

/** How others come to see what is set here. */
export function ShareSheet() {
  const texts = useTexts();
  return (
    <Sheet id="share" title={texts.menu.share} wide>
      {() => <SharePanel />}
    </Sheet>
  );
}
