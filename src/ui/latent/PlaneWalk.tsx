import { type CSSProperties, type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import { CORNERS, type Place, weightsAt } from '../../core/latent.ts';
import { useTexts } from '../../i18n/index.ts';
import { oneImage } from '../../picture/oneImage.ts';
import { ImageCanvas } from '../stage/ImageCanvas.tsx';
import type { Kept } from '../stage/kept.ts';
import { inPlane } from './asking.ts';
import classes from './latent.module.css';
import type { LookProps } from './look.ts';
import { Picture } from './Picture.tsx';
import { useDrawn } from './useDrawn.ts';

const BY_KEY = 0.03;
const within = (value: number): number => Math.min(1, Math.max(0, value));

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-BY_KEY, 0],
  ArrowRight: [BY_KEY, 0],
  ArrowUp: [0, -BY_KEY],
  ArrowDown: [0, BY_KEY],
};

/** The plane through three kept samples: a picture for every place in it. */
export function PlaneWalk({ points: { prior }, kept, count }: LookProps) {
  const all = useTexts('latent');
  const texts = all.plane;
  const [place, setPlace] = useState<Place>({ x: 0.5, y: 0.54 });
  const corners = useMemo(() => kept.slice(0, 3), [kept]);
  const enough = corners.length === 3;
  const asked = useMemo(
    () => (enough ? inPlane(prior, corners, weightsAt(place), count) : null),
    [prior, corners, place, count, enough],
  );
  const { answer, error } = useDrawn(asked);
  if (!enough) return <p className={classes.empty}>{all.needs({ count: 3 })}</p>;
  return (
    <>
      <div className={classes.pair}>
        <Pad place={place} onPlace={setPlace} corners={corners} prior={prior} count={count} />
        <Picture drawn={answer} error={error} label={texts.picture} className={classes.square} />
      </div>
      {/* One text: a space at its end would jump when the step comes behind it. */}
      <p className={classes.note}>{`${texts.hint} ${answer ? all.step({ step: answer.step }) : ''}`}</p>
    </>
  );
}

interface PadProps extends Pick<LookProps, 'count'> {
  readonly place: Place;
  readonly corners: readonly Kept[];
  readonly prior: LookProps['points']['prior'];
  onPlace(place: Place): void;
}

function Pad({ place, onPlace, corners, prior, count }: PadProps) {
  const texts = useTexts('latent').plane;
  // In whole percent, and no −0.
  const shares = weightsAt(place).map((share) => Math.round(100 * share) / 100 + 0);

  const onPointer = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    onPlace({ x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) });
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    onPlace({ x: within(place.x + by[0]), y: within(place.y + by[1]) });
  };
  const at = ({ x, y }: Place) => ({ left: `${100 * x}%`, top: `${100 * y}%` }) as CSSProperties;
  const outline = CORNERS.map(({ x, y }) => `${100 * x},${100 * y}`).join(' ');
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={texts.pad}
      aria-valuenow={Math.round(100 * (shares[0] as number))}
      aria-valuetext={texts.value({ shares })}
      className={classes.pad}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onKeyDown={onKey}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <polygon points={outline} />
      </svg>
      {corners.map((corner, i) => (
        <span key={corner.id} className={classes.corner} style={at(CORNERS[i] as Place)} aria-hidden="true">
          <Corner corner={corner} prior={prior} corners={corners} at={i} count={count} />
          <b>{'ABC'[i]}</b>
        </span>
      ))}
      <i className={classes.marker} style={at(place)} aria-hidden="true" />
    </div>
  );
}

interface CornerProps extends Pick<PadProps, 'corners' | 'prior' | 'count'> {
  readonly corner: Kept;
  readonly at: number;
}

function Corner({ corners, prior, at, count }: CornerProps) {
  const asked = useMemo(
    () => inPlane(prior, corners, weightsAt(CORNERS[at] as Place), count),
    [prior, corners, at, count],
  );
  const { answer } = useDrawn(asked);
  if (answer?.kind !== 'images') return null;
  return <ImageCanvas grid={oneImage(answer.images, 0)} label="" className={classes.strip} />;
}
