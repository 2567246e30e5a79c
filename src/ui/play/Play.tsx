import { useTexts } from '../../i18n/index.ts';
import type { ImageGrid } from '../../protocol/index.ts';
import { PLAY_ROLES, type PlayRole, useLayout } from '../layout.ts';
import { useDataSet, useRecipe, useRun } from '../playground.ts';
import { BeD } from './BeD.tsx';
import { BeG } from './BeG.tsx';
import { DrawData } from './DrawData.tsx';
import { PlacePoints } from './PlacePoints.tsx';
import classes from './play.module.css';

/** What a person can be, or do, here: single points cannot be told apart by looking, and who takes none has none drawn. */
function useRoles(): readonly PlayRole[] {
  const { points } = useRecipe();
  const inPlane = useDataSet(useRun(({ opened }) => opened.data))?.kind === 'points';
  return PLAY_ROLES.filter((role) => (role === 'D' ? !inPlane : role !== 'data' || points));
}

/** A person in the place of one of the networks, or of the data. */
export function Play() {
  const texts = useTexts('play');
  const roles = useRoles();
  const wanted = useLayout(({ play }) => play);
  const role = roles.includes(wanted) ? wanted : (roles[0] as PlayRole);
  return (
    <section className={classes.play} aria-label={texts.title}>
      <h2 className="visually-hidden">{texts.title}</h2>
      <Roles roles={roles} role={role} />
      <Part role={role} />
    </section>
  );
}

function Part({ role }: { readonly role: PlayRole }) {
  const texts = useTexts('play');
  const seen = useRun(({ info, grid }) => (info ? grid : null));
  if (role === 'data') return <DrawData />;
  if (seen === null) return <p className={classes.waits}>{texts.waits}</p>;
  if (seen.kind === 'plane') return <PlacePoints view={seen} />;
  return role === 'D' ? <BeD /> : <BeG {...sizeOf(seen.generated)} />;
}

const sizeOf = ({ height, width, channels }: ImageGrid) => ({ height, width, channels });

function Roles({ roles, role: chosen }: { readonly roles: readonly PlayRole[]; readonly role: PlayRole }) {
  const texts = useTexts('play');
  return (
    <div role="radiogroup" aria-label={texts.as.label} className={classes.roles}>
      {roles.map((role) => (
        <label key={role} data-network={role}>
          <input
            className="over-cell"
            type="radio"
            name="play-as"
            value={role}
            checked={chosen === role}
            onChange={() => useLayout.setState({ play: role })}
          />
          <span>{texts.as[role]}</span>
        </label>
      ))}
    </div>
  );
}
