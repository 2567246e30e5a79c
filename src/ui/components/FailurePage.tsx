import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './messages.module.css';

interface FailurePageProps {
  readonly title: string;
  readonly next: string;
  readonly cause: string;
}

/** Instead of a blank page. */
export function FailurePage({ title, next, cause }: FailurePageProps) {
  const { t } = useTranslation();
  return (
    <main className={classes.failure}>
      <div role="alert">
        <h1>{title}</h1>
        <p>{next}</p>
      </div>
      <details className={classes.cause}>
        <summary>{t('error.cause')}</summary>
        {cause}
      </details>
      <Button onClick={() => window.location.reload()}>{t('page.reload')}</Button>
    </main>
  );
}
