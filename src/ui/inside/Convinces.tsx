import type { Inspection } from '../../core/inspection.ts';
import { useTexts } from '../../i18n/index.ts';
import classes from './inside.module.css';
import { BRIGHTER, countOf, DARKER, scaleOf } from './paintSlopes.ts';
import { SlopeCanvas } from './SlopeCanvas.tsx';

const colourOf = (colour: readonly number[]): string => `rgb(${colour.join(' ')})`;

/** Where a brighter or a darker pixel would make D surer that a digit is real. */
export function Convinces({ inspection: { convinces } }: { readonly inspection: Inspection }) {
  const texts = useTexts('inside');
  if (!convinces)
    return (
      <section className={classes.part}>
        <h3>{texts.convinces.title}</h3>
        <p>{texts.convinces.plane}</p>
      </section>
    );
  const { real, generated } = convinces;
  const scale = scaleOf([real, generated]);
  return (
    <section className={classes.part}>
      <h3>{texts.convinces.title}</h3>
      <p>{texts.convinces.look}</p>
      <ul className={classes.legend}>
        <li style={{ '--swatch': colourOf(BRIGHTER) } as React.CSSProperties}>{texts.convinces.brighter}</li>
        <li style={{ '--swatch': colourOf(DARKER) } as React.CSSProperties}>{texts.convinces.darker}</li>
      </ul>
      <h4>{texts.convinces.real}</h4>
      <SlopeCanvas
        pictures={real}
        scale={scale}
        label={texts.convinces.describeReal({ count: countOf(real) })}
        className={classes.slopes}
      />
      <h4>{texts.convinces.generated}</h4>
      <SlopeCanvas
        pictures={generated}
        scale={scale}
        label={texts.convinces.describeGenerated({ count: countOf(generated) })}
        className={classes.slopes}
      />
    </section>
  );
}
