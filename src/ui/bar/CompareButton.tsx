import { dataSetSaid } from '../../data/sets/index.ts';
import { useTexts } from '../../i18n/index.ts';
import lines from '../components/line.module.css';
import { useController, usePage, useRun } from '../playground.ts';
import classes from './bar.module.css';

/** The comparison of the papers: where one can see D itself. */
const SYSTEMS = ['gan', 'wgan-gp', 'dragan'];
const DATA = 'swiss-roll';

/** Into the comparison, and out of it again. */
export function CompareButton({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts();
  const controller = useController();
  const comparing = usePage(({ members }) => members.length > 1);
  const data = useRun(({ wanted }) => wanted.data);
  const name = comparing ? texts.compare.leave : texts.compare.open;
  const enter = (): void => controller.compare(SYSTEMS, dataSetSaid(data)?.kind === 'points' ? data : DATA);
  return (
    <button
      type="button"
      className={`${lines.line} ${classes.system}`}
      aria-label={name}
      onClick={() => {
        onDone();
        if (comparing) controller.compare([]);
        else enter();
      }}
    >
      <b>{name}</b>
      <span>{comparing ? '' : texts.compare.openHint}</span>
    </button>
  );
}
