import { useTexts } from '../../i18n/index.ts';
import { useRun } from '../playground.ts';
import { BeD } from './BeD.tsx';
import { BeG } from './BeG.tsx';
import classes from './play.module.css';
import { type PlayAs, usePlay } from './state.ts';

const ROLES: readonly PlayAs[] = ['D', 'G'];

/** A person in the place of one of the networks. */
export function Play() {
  const texts = useTexts('play');
  const as = usePlay((state) => state.as);
  const size = useRun(({ info, grid }) => (info && grid?.kind === 'images' ? grid.generated : null));
  return (
    <section className={classes.play} aria-label={texts.title}>
      <h2 className="visually-hidden">{texts.title}</h2>
      <div role="radiogroup" aria-label={texts.as.label} className={classes.roles}>
        {ROLES.map((role) => (
          <label key={role} data-network={role}>
            <input
              type="radio"
              name="play-as"
              value={role}
              checked={as === role}
              onChange={() => usePlay.setState({ as: role })}
            />
            <span>{texts.as[role]}</span>
          </label>
        ))}
      </div>
      {size === null ? (
        <p className={classes.waits}>{texts.waits}</p>
      ) : as === 'D' ? (
        <BeD />
      ) : (
        <BeG height={size.height} width={size.width} channels={size.channels} />
      )}
    </section>
  );
}
