import { IconDownload } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { usePage } from '../playground.ts';
import { Notice } from './Notice.tsx';

/** A trained model is on its way. */
export function FetchingNotice() {
  const texts = useTexts();
  const fetching = usePage((state) => state.fetching);
  if (!fetching) return null;
  return (
    <Notice tone="plain" icon={<IconDownload size={17} aria-hidden />}>
      {texts.model.fetching({ name: fetching.name, kilobytes: fetching.bytes / 1000 })}
    </Notice>
  );
}
