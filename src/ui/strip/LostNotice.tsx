import { Button } from '@mantine/core';
import { IconPlugOff } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useController, usePage } from '../playground.ts';
import { Notice } from './Notice.tsx';

/** Says that the engine does not answer, and offers to start it anew. */
export function LostNotice() {
  const texts = useTexts();
  const controller = useController();
  const lost = usePage((state) => state.lost);
  if (!lost) return null;
  return (
    <Notice
      tone="bad"
      role="alert"
      icon={<IconPlugOff size={17} aria-hidden />}
      title={texts.error.title['worker-lost']}
      cause={lost.detail ? { label: texts.error.cause, text: lost.detail } : null}
      actions={
        <Button size="compact-xs" onClick={controller.revive}>
          {texts.error.revive}
        </Button>
      }
    >
      {sentenceOf({ code: 'worker.lost', reason: lost.reason })} {texts.error.lostNext}
    </Notice>
  );
}
