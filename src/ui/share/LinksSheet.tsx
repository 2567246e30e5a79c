import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { Sheet } from '../components/Sheet.tsx';

const LessonLinks = late(
  'lessons',
  imported(
    () => import('./LessonLinks.tsx'),
    (module) => module.LessonLinks,
  ),
);

/** The links with which a teacher hands out lessons. */
export function LinksSheet() {
  const texts = useTexts();
  return (
    <Sheet id="links" title={texts.menu.links} wide>
      {(close) => <LessonLinks onDone={close} />}
    </Sheet>
  );
}
