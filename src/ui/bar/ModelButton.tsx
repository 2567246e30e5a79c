import { useTexts } from '../../i18n/index.ts';
import lines from '../components/line.module.css';
import { useController, useRecipe } from '../playground.ts';
import classes from './bar.module.css';

/** The trained model of the system on the screen; what it was made with is among the runs. */
export function ModelButton({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts();
  const controller = useController();
  const { id, name } = useRecipe();
  return (
    <button
      type="button"
      className={`${lines.line} ${classes.system}`}
      onClick={() => {
        onDone();
        void controller.openModel(id);
      }}
    >
      <b>{texts.model.open}</b> <span>{texts.model.openHint({ name })}</span>
    </button>
  );
}
