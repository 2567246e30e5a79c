import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { EngineErrorData } from '../../core/errors.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useController, useMember, usePage, useRun } from '../playground.ts';
import classes from './messages.module.css';

const fromData = ({ code }: EngineErrorData): boolean => code === 'data-missing' || code === 'data-corrupt';
const fromSnapshot = ({ code }: EngineErrorData): boolean => code === 'non-finite' || code === 'device-lost';

/** Why the run has stopped, in a sentence, and what to do next. It stands where the digits would be. */
export function ErrorMessage() {
  const texts = useTexts();
  const controller = useController();
  const member = useMember();
  const error = useRun(({ phase }) => (phase.kind === 'failed' ? phase.error : null));
  if (!error) return null;
  return (
    <Message error={error}>
      {fromSnapshot(error) && (
        <Button size="compact-sm" onClick={() => controller.resume(member)}>
          {texts.error.resume}
        </Button>
      )}
      {fromData(error) && (
        <Button size="compact-sm" onClick={controller.retryData}>
          {texts.error.retry}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={controller.reset}>
        {texts.error.reset}
      </Button>
    </Message>
  );
}

/** What went wrong and stops no run. */
export function ProblemMessage() {
  const texts = useTexts();
  const controller = useController();
  const problem = usePage((state) => state.problem);
  if (!problem) return null;
  return (
    <Message error={problem}>
      {fromData(problem) && (
        <Button size="compact-sm" onClick={controller.retryData}>
          {texts.error.retry}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={controller.dismissProblem}>
        {texts.error.dismiss}
      </Button>
    </Message>
  );
}

function Message({ error, children }: { readonly error: EngineErrorData; readonly children: React.ReactNode }) {
  const texts = useTexts();
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
      <div className={classes.actions}>{children}</div>
    </Alert>
  );
}
