import { IconLinkOff } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { useController, usePage } from '../playground.ts';
import { problemText } from '../problemText.ts';
import { Notice } from './Notice.tsx';

/** Names what the link said and the page could not read. */
export function LinkNotice() {
  const texts = useTexts();
  const session = useController();
  const problems = usePage((state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <Notice
      tone="warn"
      role="alert"
      icon={<IconLinkOff size={17} aria-hidden />}
      title={problems.every(({ kind }) => kind === 'files') ? texts.notice.filesTitle : texts.notice.title}
      dismiss={{ label: texts.notice.dismiss, onDismiss: session.dismissProblems }}
    >
      <ul>
        {problems.map((problem) => (
          <li key={problem.key}>{problemText(problem)}</li>
        ))}
      </ul>
    </Notice>
  );
}
