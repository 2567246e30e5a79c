import { Button } from '@mantine/core';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { en } from '../../i18n/en.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import classes from './messages.module.css';

type PartName = keyof typeof en.late.part;

interface LateProps {
  /** Says nothing where the part is missing: nobody has asked for it yet. */
  readonly silent?: boolean;
}

/**
 * A part of the page that is fetched when it is first shown. Where it cannot be fetched, or fails, a sentence and a
 * button stand in its place, and the rest of the page goes on.
 */
export function late<Props extends object>(
  name: PartName,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & LateProps> {
  const part = (fetched: () => Promise<ComponentType<Props>>) =>
    lazy(async () => ({ default: (await fetched()) as ComponentType<object> }));
  // What is fetched is shared by all places that show it, and by those that try again.
  let Part = part(load);
  return function Late({ silent = false, ...props }) {
    const [tries, setTries] = useState(1);
    const again = (): void => {
      Part = part(async () => {
        await stylesAgain();
        return load();
      });
      setTries(tries + 1);
    };
    return (
      <ErrorBoundary key={tries} fallback={() => !silent && <Missing name={name} tries={tries} onAgain={again} />}>
        <Suspense>
          <Part {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}

const failedStyles = new Set<HTMLLinkElement>();
// Such an event does not bubble, but it can be captured.
document.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement) failedStyles.add(target);
  },
  true,
);

/** A style sheet that failed is not asked for again by the import of its part. */
async function stylesAgain(): Promise<void> {
  const links = [...failedStyles];
  failedStyles.clear();
  await Promise.all(
    links.map(
      (link) =>
        new Promise((resolve, reject) => {
          const next = link.cloneNode() as HTMLLinkElement;
          next.addEventListener('load', resolve);
          next.addEventListener('error', () => reject(new Error(`${link.href} could not be fetched.`)));
          link.replaceWith(next);
        }),
    ),
  );
}

interface MissingProps {
  readonly name: PartName;
  readonly tries: number;
  readonly onAgain: () => void;
}

function Missing({ name, tries, onAgain }: MissingProps) {
  const { t } = useTranslation();
  return (
    <p role="alert" className={classes.missing}>
      {t('late.missing', { part: t(`late.part.${name}`) })}{' '}
      <Button size="compact-xs" variant="default" onClick={onAgain}>
        {t('error.retry')}
      </Button>{' '}
      {/* Some browsers keep in mind that it failed, until the page is loaded again. */}
      {tries > 1 && (
        <Button size="compact-xs" variant="default" onClick={() => window.location.reload()}>
          {t('page.reload')}
        </Button>
      )}
    </p>
  );
}
