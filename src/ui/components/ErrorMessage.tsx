import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { usePage, useSession } from '../playground.ts';
import classes from './messages.module.css';

/** What went wrong, in a sentence, and what to do next. It stands where the digits would be. */
export function ErrorMessage() {
  const texts = useTexts();
  const session = useSession();
  const error = usePage((state) => state.error);
  const failed = usePage((state) => state.phase === 'failed');
  const opened = usePage((state) => state.info !== null);
  if (!error) return null;

  const fromData = error.code === 'data-missing' || error.code === 'data-corrupt';
  const fromSnapshot = error.code === 'non-finite' || error.code === 'device-lost';
  return (
    <Alert
      className={classes.error ?? ''}
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={texts.error.title[error.code]}
    >
      <p className={classes.sentence}>{sentenceOf(error.problem)}</p>
      {error.cause && (
        <details className={classes.cause}>
          <summary>{texts.error.cause}</summary>
          {error.cause}
        </details>
      )}
      <div className={classes.actions}>
        {fromSnapshot && failed && (
          <Button size="compact-sm" onClick={session.resume}>
            {texts.error.resume}
          </Button>
        )}
        {fromData && (
          <Button size="compact-sm" onClick={session.retryData}>
            {texts.error.retry}
          </Button>
        )}
        {/* The worker itself is gone: only a new page brings it back. */}
        {(error.code === 'worker-lost' || (error.code === 'internal' && !opened)) && (
          <Button size="compact-sm" onClick={() => window.location.reload()}>
            {texts.page.reload}
          </Button>
        )}
        {failed ? (
          <Button size="compact-sm" variant="default" onClick={session.reset}>
            {texts.error.reset}
          </Button>
        ) : (
          <Button size="compact-sm" variant="default" onClick={session.dismissError}>
            {texts.error.dismiss}
          </Button>
        )}
      </div>
    </Alert>
  );
}
