import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { moved } from '../../core/latent.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useRun } from '../playground.ts';
import { ofClass } from './asking.ts';
import classes from './latent.module.css';
import type { LookProps } from './look.ts';
import { named, nameOf, readNames, writeNames } from './names.ts';
import { Picture } from './Picture.tsx';
import { useDrawn, useOnce } from './useDrawn.ts';

const COUNT = 5;
const PICTURES = 7;
/** So far to either side, in units of z; of uniform components less is much. */
const REACH = { normal: 4, uniform: 2, unitUniform: 1 } as const;

/** Five directions in which G's first layer changes most, from the sample that is chosen. */
export function DirectionsView({ points: { prior }, active, count }: LookProps) {
  const all = useTexts('latent');
  const texts = all.directions;
  const of = useRun(({ opened }) => `${opened.recipe}.${opened.data}`);
  const [again, setAgain] = useState(0);
  const found = useOnce('directions', { count: COUNT }, again);
  const vectors = found.answer?.vectors;
  const [fars, setFars] = useState<readonly number[]>([0, 0, 0, 0, 0]);
  const [names, setNames] = useState(() => readNames(of));
  const reach = REACH[prior];
  const z = active?.z ?? null;
  const label = count > 0 ? (active?.label ?? 0) : null;

  const one = useMemo(
    () => (z && vectors ? ofClass([moved(prior, z, vectors, fars)], label) : null),
    [prior, z, vectors, fars, label],
  );
  const rows = useMemo(
    () =>
      z && vectors
        ? ofClass(
            vectors.flatMap((vector) =>
              Array.from({ length: PICTURES }, (_, i) =>
                moved(prior, z, [vector], [reach * ((2 * i) / (PICTURES - 1) - 1)]),
              ),
            ),
            label,
          )
        : null,
    [prior, z, vectors, reach, label],
  );
  const drawn = useDrawn(one);
  const strips = useDrawn(rows).answer;
  if (!z) return <p className={classes.empty}>{all.needs({ count: 1 })}</p>;
  if (found.error)
    return (
      <p role="alert" className={classes.empty}>
        {sentenceOf(found.error.problem)}
      </p>
    );

  const name = (vector: Float32Array, text: string): void => {
    const next = named(names, vector, text.trim());
    setNames(next);
    writeNames(of, next);
  };
  const stripOf = (place: number) => {
    if (strips?.kind !== 'images') return null;
    const { images } = strips;
    const size = images.height * images.width * images.channels * PICTURES;
    return {
      ...strips,
      images: { ...images, columns: PICTURES, pixels: images.pixels.subarray(place * size, (place + 1) * size) },
    };
  };
  return (
    <>
      <p className={classes.note}>{texts.about}</p>
      <div className={classes.directions}>
        <div className={classes.beside}>
          <div className={classes.squarePlace}>
            <Picture drawn={drawn.answer} error={drawn.error} label={texts.picture} className={classes.square} />
          </div>
          <div className={classes.controls}>
            <Button size="compact-xs" variant="default" onClick={() => setFars([0, 0, 0, 0, 0])}>
              {texts.centre}
            </Button>
            <Button size="compact-xs" variant="default" title={texts.againHint} onClick={() => setAgain(again + 1)}>
              {texts.again}
            </Button>
          </div>
        </div>
        <ol className={classes.rows}>
          {vectors?.map((vector, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a direction is its place
            <li key={i}>
              <Name
                key={found.answer?.step}
                label={texts.name({ place: i + 1 })}
                placeholder={texts.unnamed({ place: i + 1 })}
                name={nameOf(names, vector)}
                title={texts.share({ share: found.answer?.shares[i] ?? 0 })}
                onName={(text) => name(vector, text)}
              />
              <div className={classes.wayStrip} style={{ '--tall': 1 / PICTURES } as React.CSSProperties}>
                <Picture drawn={stripOf(i)} label={texts.strip({ place: i + 1 })} />
              </div>
              <input
                type="range"
                min={-reach}
                max={reach}
                step={reach / 100}
                value={fars[i] ?? 0}
                aria-label={texts.slider({ place: i + 1 })}
                onChange={({ currentTarget: { value } }) =>
                  setFars(fars.map((far, k) => (k === i ? Number(value) : far)))
                }
              />
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

interface NameProps {
  readonly label: string;
  readonly placeholder: string;
  readonly name: string;
  readonly title: string;
  onName(text: string): void;
}

/** Taken over when one leaves it. */
function Name({ label, placeholder, name, title, onName }: NameProps) {
  return (
    <input
      type="text"
      className={classes.name}
      aria-label={label}
      placeholder={placeholder}
      title={title}
      defaultValue={name}
      maxLength={24}
      onBlur={({ currentTarget: { value } }) => value.trim() !== name && onName(value)}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
    />
  );
}
