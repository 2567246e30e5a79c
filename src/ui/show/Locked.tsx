import { IconLock } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';

/** Says that a control does nothing because the link says so. */
export function Locked() {
  const texts = useTexts();
  return (
    <span title={texts.show.locked} data-locked="">
      <IconLock size={13} aria-hidden /> <span className="visually-hidden">{texts.show.locked}</span>
    </span>
  );
}
