import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EngineErrorData } from '../../core/errors.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useController, useMember, useRun } from '../playground.ts';
import { Notice } from './Notice.tsx';

export const fromData = ({ code }: EngineErrorData): boolean => code === 'data-missing' || code === 'data-corrupt';
const fromSnapshot = ({ code }: EngineErrorData): boolean => code === 'non-finite' || code === 'device-lost';

interface ErrorMessageProps {
  /** What else can be done. */
  readonly remedy?: ReactNode;
}

/** Why the run has stopped, in a sentence, and what to do next. */
export function ErrorMessage({ remedy }: ErrorMessageProps) {
  const texts = useTexts();
  const controller = useController();
  const member = useMember();
  const error = useRun(({ phase }) => (phase.kind === 'failed' ? phase.error : null));
  if (!error) return null;
  return (
    <ProblemNotice error={error}>
      {remedy}
      {fromSnapshot(error) && (
        <Button size="compact-xs" onClick={() => controller.resume(member)}>
          {texts.error.resume}
        </Button>
      )}
      {fromData(error) && (
        <Button size="compact-xs" onClick={controller.retryData}>
          {texts.error.retry}
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={controller.reset}>
        {texts.error.reset}
      </Button>
    </ProblemNotice>
  );
}

interface ProblemNoticeProps {
  readonly error: EngineErrorData;
  /** What can be done. */
  readonly children: ReactNode;
}

export function ProblemNotice({ error, children }: ProblemNoticeProps) {
  const texts = useTexts();
  return (
    <Notice
      tone="bad"
      role="alert"
      icon={<IconAlertTriangle size={17} aria-hidden />}
      title={texts.error.title[error.code]}
      cause={error.cause ? { label: texts.error.cause, text: error.cause } : null}
      actions={children}
    >
      {sentenceOf(error.problem)}
    </Notice>
  );
}
