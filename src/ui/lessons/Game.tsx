import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { oneImage } from '../../picture/oneImage.ts';
import type { SampleGrid } from '../../protocol/index.ts';
import { usePicture, useRun } from '../playground.ts';
import { ImageCanvas } from '../stage/ImageCanvas.tsx';
import classes from './game.module.css';
import { useChance, useVerdicts } from './useGame.ts';

/** The game, drawn with what this very model makes: z → G → a fake, a real one → D → what it says of each. */
export function Game() {
  const picture = usePicture();
  // Points in the plane are seen better in the picture itself.
  return picture?.kind === 'plane' ? null : <Drawing grid={picture} />;
}

function Drawing({ grid }: { readonly grid: SampleGrid | null }) {
  const texts = useTexts('lessons').game;
  const said = useVerdicts(grid);
  const scale = useRun(({ info }) => info?.score ?? 'raw');
  const write = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value)
      ? texts.waiting
      : scale === 'probability'
        ? texts.probability({ value })
        : texts.raw({ value });
  const [fake, real] = [write(said?.fake), write(said?.real)];
  return (
    <figure className={classes.game} aria-label={texts.label}>
      <Chance />
      <Network of="G" says={texts.g} />
      <Arrow at="g" />
      <Example at="fake" name={texts.fake}>
        {grid && <ImageCanvas grid={oneImage(grid.generated, 0)} label={texts.fake} className={classes.image} />}
      </Example>
      <Example at="real" name={texts.real}>
        {grid && <ImageCanvas grid={oneImage(grid.real, 0)} label={texts.real} className={classes.image} />}
      </Example>
      <Arrow at="fake" />
      <Arrow at="real" />
      <Network of="D" says={texts.d} />
      <Said at="fake" value={fake} />
      <Said at="real" value={real} />
      <figcaption className="visually-hidden">{texts.describe({ fake, real })}</figcaption>
    </figure>
  );
}

/** The first numbers of z, as the beginning of what G makes the fake of. */
function Chance() {
  const texts = useTexts('lessons').game;
  const z = useChance();
  return (
    <div className={classes.chance} title={texts.z} aria-hidden="true">
      <span>
        {z?.map((value, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: numbers of z are told apart by their place alone
          <i key={place} style={{ '--value': Math.max(-1, Math.min(1, value / WIDE)) } as React.CSSProperties} />
        ))}
      </span>
      <small>{LETTER}</small>
    </div>
  );
}

/** As mathematics writes it, in every language. */
const LETTER = 'z';
/** A number of z beyond it fills its bar. */
const WIDE = 2;

const PLACES = { G: classes.g, D: classes.d } as const;

const Network = ({ of, says }: { readonly of: 'D' | 'G'; readonly says: string }) => (
  <div className={PLACES[of]} data-network={of}>
    <b>{of}</b>
    <small>{says}</small>
  </div>
);

type Row = 'fake' | 'real';

const Arrow = ({ at }: { readonly at: Row | 'g' }) => (
  <span className={classes.arrow} data-at={at} aria-hidden="true">
    →
  </span>
);

const Example = ({ at, name, children }: { readonly at: Row; readonly name: string; readonly children: ReactNode }) => (
  <div className={classes.example} data-at={at}>
    <span className={classes.frame}>{children}</span>
    <small aria-hidden="true">{name}</small>
  </div>
);

function Said({ at, value }: { readonly at: Row; readonly value: string }) {
  const texts = useTexts('lessons').game;
  return (
    <div className={classes.said} data-at={at} aria-hidden="true">
      <b>{value}</b>
      <small>{texts.asked}</small>
    </div>
  );
}
