import { Button } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import { useController, usePage } from '../playground.ts';
import { fromData, ProblemNotice } from './ErrorMessage.tsx';

/** What went wrong and stops no run. */
export function ProblemMessage() {
  const texts = useTexts();
  const controller = useController();
  const problem = usePage((state) => state.problem);
  if (!problem) return null;
  return (
    <ProblemNotice error={problem}>
      {fromData(problem) && (
        <Button size="compact-xs" onClick={controller.retryData}>
          {texts.error.retry}
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={controller.dismissProblem}>
        {texts.error.dismiss}
      </Button>
    </ProblemNotice>
  );
}
