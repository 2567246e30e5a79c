import { Alert } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { useController, usePage } from '../playground.ts';
import { problemText } from '../problemText.ts';
import classes from './messages.module.css';

/** Names what the link said and the page could not read. */
export function LinkNotice() {
  const texts = useTexts();
  const session = useController();
  const problems = usePage((state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <Alert
      className={classes.notice ?? ''}
      color="yellow"
      variant="light"
      icon={<IconLinkOff size={18} aria-hidden />}
      title={problems.every(({ kind }) => kind === 'files') ? texts.notice.filesTitle : texts.notice.title}
      withCloseButton
      closeButtonLabel={texts.notice.dismiss}
      onClose={session.dismissProblems}
    >
      <ul className={classes.problems}>
        {problems.map((problem) => (
          <li key={problem.key}>{problemText(problem)}</li>
        ))}
      </ul>
    </Alert>
  );
}
