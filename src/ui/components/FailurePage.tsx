import { Button } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import classes from './messages.module.css';

interface FailurePageProps {
  readonly title: string;
  readonly next: string;
  readonly cause: string;
}

/** Instead of a blank page. */
export function FailurePage({ title, next, cause }: FailurePageProps) {
  const texts = useTexts();
  return (
    <main className={classes.failure}>
      <div role="alert">
        <h1>{title}</h1>
        <p>{next}</p>
      </div>
      <details className={classes.cause}>
        <summary>{texts.error.cause}</summary>
        {cause}
      </details>
      <Button onClick={() => window.location.reload()}>{texts.page.reload}</Button>
    </main>
  );
}
