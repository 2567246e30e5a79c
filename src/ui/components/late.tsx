import { Button } from '@mantine/core';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { hasTexts, loadPart, type Texts, useTexts } from '../../i18n/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import classes from './messages.module.css';

type LateName = keyof Texts['late']['part'];

export interface LateProps {
  /** Says nothing where the part is missing: nobody has asked for it yet. */
  readonly silent?: boolean;
}

/**
 * A part of the page that is fetched when it is first shown, with its texts if there are any of its name. Where it cannot be fetched, or fails, a sentence and a
 * button stand in its place, and the rest of the page goes on.
 */
export function late<Props extends object>(
  name: LateName,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & LateProps> {
  const part = (fetched: () => Promise<ComponentType<Props>>) =>
    lazy(async () => ({ default: (await fetched()) as ComponentType<object> }));
  const withTexts = async (): Promise<ComponentType<Props>> => {
    const [Loaded] = await Promise.all([load(), hasTexts(name) && loadPart(name)]);
    return Loaded;
  };
  // What is fetched is shared by all places that show it, and by those that try again.
  let Part = part(withTexts);
  return function Late({ silent = false, ...props }) {
    const [tries, setTries] = useState(1);
    const again = (): void => {
      Part = part(async () => {
        await stylesAgain();
        return withTexts();
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
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failedStyles.add(target);
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
  readonly name: LateName;
  readonly tries: number;
  readonly onAgain: () => void;
}

function Missing({ name, tries, onAgain }: MissingProps) {
  const texts = useTexts();
  return (
    <p role="alert" className={classes.missing}>
      {texts.late.missing({ part: texts.late.part[name] })}{' '}
      <Button size="compact-xs" variant="default" onClick={onAgain}>
        {texts.error.retry}
      </Button>{' '}
      {/* Some browsers keep in mind that it failed, until the page is loaded again. */}
      {tries > 1 && (
        <Button size="compact-xs" variant="default" onClick={() => window.location.reload()}>
          {texts.page.reload}
        </Button>
      )}
    </p>
  );
}
