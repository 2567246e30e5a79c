import type { SwitchParam } from '../../core/params.ts';
import { useTexts } from '../../i18n/index.ts';
import { useRecipe, useSpecs } from '../playground.ts';
import { WithHelp } from '../rail/LateHelp.tsx';
import { ParamStatus } from '../rail/ParamStatus.tsx';
import { SwitchControl } from '../rail/SwitchControl.tsx';
import classes from './understand.module.css';

/** What popular code does otherwise than the paper: what one sees of it, why, and a switch to see it happen. */
export function Errata() {
  const texts = useTexts('understand').errata;
  const { id } = useRecipe();
  const specs = Object.entries(useSpecs()).filter(
    (entry): entry is [string, SwitchParam] => entry[1].group === 'errata' && entry[1].kind === 'switch',
  );
  if (specs.length === 0) return <p className={classes.nothing}>{texts.none}</p>;
  return (
    <WithHelp key={id}>
      <p className={classes.nothing}>{texts.about}</p>
      {specs.map(([name, spec]) => (
        <section key={name} className={classes.part}>
          {/* Only recipes know the names; a test walks them all. */}
          <p className={classes.symptom}>{texts.symptom[name as keyof typeof texts.symptom]}</p>
          <SwitchControl name={name} spec={spec} />
          <ParamStatus name={name} />
        </section>
      ))}
    </WithHelp>
  );
}
