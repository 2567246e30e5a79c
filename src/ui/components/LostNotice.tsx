import { Alert, Button } from '@mantine/core';
import { IconPlugOff } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useController, usePage } from '../playground.ts';
import classes from './messages.module.css';

/** Says that the engine does not answer, and offers to start it anew. */
export function LostNotice() {
  const texts = useTexts();
  const controller = useController();
  const lost = usePage((state) => state.lost);
  if (!lost) return null;
  return (
    <Alert
      className={classes.notice ?? ''}
      color="red"
      variant="light"
      role="alert"
      icon={<IconPlugOff size={18} aria-hidden />}
      title={texts.error.title['worker-lost']}
    >
      <p className={classes.sentence}>
        {sentenceOf({ code: 'worker.lost', reason: lost.reason })} {texts.error.lostNext}
      </p>
      {lost.detail && (
        <details className={classes.cause}>
          <summary>{texts.error.cause}</summary>
          {lost.detail}
        </details>
      )}
      <div className={classes.actions}>
        <Button size="compact-sm" onClick={controller.revive}>
          {texts.error.revive}
        </Button>
      </div>
    </Alert>
  );
}
