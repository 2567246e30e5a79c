import { useTexts } from '../../i18n/index.ts';
import type { ImageGrid } from '../../protocol/index.ts';
import { useDataSet, useRun } from '../playground.ts';
import { BeD } from './BeD.tsx';
import { BeG } from './BeG.tsx';
import { PlacePoints } from './PlacePoints.tsx';
import classes from './play.module.css';
import { type PlayAs, usePlay } from './state.ts';

const ROLES: readonly PlayAs[] = ['D', 'G'];

/** A person in the place of one of the networks. */
export function Play() {
  const texts = useTexts('play');
  const as = usePlay((state) => state.as);
  const seen = useRun(({ info, grid }) => (info ? grid : null));
  const inPlane = useDataSet(useRun(({ opened }) => opened.data))?.kind === 'points';
  return (
    <section className={classes.play} aria-label={texts.title}>
      <h2 className="visually-hidden">{texts.title}</h2>
      {/* Single points cannot be told apart by looking. */}
      {!inPlane && <Roles />}
      {seen === null ? (
        <p className={classes.waits}>{texts.waits}</p>
      ) : seen.kind === 'plane' ? (
        <PlacePoints view={seen} />
      ) : as === 'D' ? (
        <BeD />
      ) : (
        <BeG {...sizeOf(seen.generated)} />
      )}
    </section>
  );
}

const sizeOf = ({ height, width, channels }: ImageGrid) => ({ height, width, channels });

function Roles() {
  const texts = useTexts('play');
  const as = usePlay((state) => state.as);
  return (
    <div role="radiogroup" aria-label={texts.as.label} className={classes.roles}>
      {ROLES.map((role) => (
        <label key={role} data-network={role}>
          <input
            className="over-cell"
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
  );
}
