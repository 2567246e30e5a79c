import { type KeyboardEvent, useId } from 'react';
import { FAMILIES } from '../../gan/recipe.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Chevron } from '../components/Chevron.tsx';
import lines from '../components/line.module.css';
import { useController, usePage, useRun } from '../playground.ts';
import { Locked } from '../show/Locked.tsx';
import { useRight } from '../show/rights.ts';
import { recipeOf } from '../state/settings.ts';
import { Bubble } from './Bubble.tsx';
import classes from './bar.module.css';
import { CompareButton } from './CompareButton.tsx';
import { ModelButton } from './ModelButton.tsx';

/** Which system is open, and all of them in families, with a line on each. */
export function SystemPicker() {
  const texts = useTexts();
  const recipe = recipeOf(useRun(({ wanted }) => wanted.recipe));
  const count = usePage(({ members }) => members.length);
  const name = count > 1 ? texts.compare.several({ count }) : recipe.name;
  const family = count > 1 ? texts.compare.sideBySide : texts.system.family[recipe.family];
  const right = useRight('systems');
  if (right !== 'free')
    return (
      <p className={classes.fixed}>
        <b>{name}</b> <span>{family}</span> {right === 'locked' && <Locked />}
      </p>
    );
  return (
    <Bubble
      label={texts.system.choose({ name })}
      className={classes.picker}
      face={
        <>
          <b>{name}</b> <span>{family}</span> <Chevron down />
        </>
      }
    >
      {(close) => <Systems onDone={close} />}
    </Bubble>
  );
}

/** The arrow keys walk through the buttons of a list, as the Tab key does. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}

function Systems({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts();
  const id = useId();
  const controller = useController();
  const comparing = usePage(({ members }) => members.length > 1);
  const open = useRun(({ wanted }) => wanted.recipe);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons within
    <div className={classes.systems} onKeyDown={walk}>
      {FAMILIES.map((family) => (
        // biome-ignore lint/a11y/useSemanticElements: it groups no fields
        <div key={family} role="group" aria-labelledby={`${id}-${family}`}>
          <h2 id={`${id}-${family}`}>{texts.system.family[family]}</h2>
          {recipes
            .filter((recipe) => recipe.family === family)
            .map(({ id: recipe, name, paper }) => (
              <button
                key={recipe}
                type="button"
                className={`${lines.line} ${classes.system}`}
                aria-label={name}
                aria-describedby={`${id}-${recipe}`}
                aria-current={!comparing && recipe === open}
                onClick={() => {
                  onDone();
                  controller.setRecipe(recipe);
                }}
              >
                <b>{name}</b>
                <span id={`${id}-${recipe}`}>{texts.system.line[recipe]}</span>
                <i>{paper.year}</i>
              </button>
            ))}
        </div>
      ))}
      {!comparing && <ModelButton onDone={onDone} />}
      <CompareButton onDone={onDone} />
    </div>
  );
}
