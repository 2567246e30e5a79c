import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { formatsNow, useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import type { LatentPoints, Verdict } from '../../protocol/index.ts';
import { useDataSet, useRun } from '../playground.ts';
import { choosePlace, useChosenPlace } from '../stage/chosen.ts';
import { keep, pointAt } from '../stage/kept.ts';
import { ofClass } from './asking.ts';
import { Bars } from './Bars.tsx';
import classes from './latent.module.css';
import { Picture } from './Picture.tsx';
import { Slopes } from './Slopes.tsx';
import { useDrawn, useOnce } from './useDrawn.ts';
import { useJudged } from './useJudged.ts';

/** One of the samples on the screen, as large as fits: its z, and what D and the classifier make of it. */
export function OneSample() {
  const page = useTexts();
  const classesShown = useRun((state) => state.classes);
  const points = useOnce('latentPoints', { of: { kind: 'grid', classes: classesShown } }).answer;
  if (!points) return <p className={classes.empty}>{page.grid.empty}</p>;
  return <Large points={points} />;
}

/** z as it was changed, as long as the same sample is looked at. */
interface Changed {
  readonly of: Float32Array;
  readonly place: number;
  readonly z: Float32Array<ArrayBuffer>;
}

function Large({ points }: { readonly points: LatentPoints }) {
  const texts = useTexts('latent').one;
  const names = useDataSet(useRun((state) => state.opened.data))?.classes;
  const [slopes, setSlopes] = useState(false);
  const [changed, setChanged] = useState<Changed | null>(null);
  const count = points.z.length / points.size;
  const place = useChosenPlace(count);
  const own = useMemo(() => pointAt(points, place), [points, place]);
  const { label } = own;
  const isChanged = changed?.of === points.z && changed.place === place;
  const z = isChanged ? changed.z : own.z;
  const asked = useMemo(() => ofClass([z], label), [z, label]);
  const { answer, error } = useDrawn(asked);
  const { answer: verdict, error: unjudged } = useJudged(answer, label);
  const said = texts.describe({
    place: place + 1,
    count,
    label: label === null ? null : (names?.[label] ?? String(label)),
    step: answer?.step ?? 0,
  });
  const image = answer?.kind === 'images' ? answer.images : null;
  return (
    <section className={classes.one} aria-label={said}>
      <div className={classes.oneTop}>
        <div className={classes.place}>
          {slopes && image && verdict ? (
            <Slopes image={image} verdict={verdict} label={`${said}. ${texts.slopesHint}`} />
          ) : (
            <Picture drawn={answer} error={error} label={said} className={classes.large} />
          )}
        </div>
        <div className={classes.verdict}>
          <Judgement verdict={verdict} names={names ?? []} />
          {unjudged && <p role="alert">{sentenceOf(unjudged.problem)}</p>}
          <Switch
            size="xs"
            label={texts.slopes}
            title={texts.slopesHint}
            checked={slopes}
            disabled={!verdict}
            onChange={(event) => setSlopes(event.currentTarget.checked)}
          />
          <Button size="compact-xs" variant="default" title={texts.keepHint} onClick={() => keep(points, z, label)}>
            {texts.keep}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            title={texts.backHint}
            disabled={!isChanged}
            onClick={() => setChanged(null)}
          >
            {texts.back}
          </Button>
        </div>
      </div>
      <Bars z={z} prior={points.prior} onChange={(next) => setChanged({ of: points.z, place, z: next })} />
      <footer className={classes.foot}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={texts.last}
          title={texts.last}
          disabled={place === 0}
          onClick={() => choosePlace(place - 1)}
        >
          <IconChevronLeft size={17} aria-hidden />
        </ActionIcon>
        <span>{said}</span>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={texts.next}
          title={texts.next}
          disabled={place === count - 1}
          onClick={() => choosePlace(place + 1)}
        >
          <IconChevronRight size={17} aria-hidden />
        </ActionIcon>
      </footer>
    </section>
  );
}

/** Places of the classes that the classifier finds most likely: what stands at each changes, and nothing moves. */
const PLACES = [0, 1, 2];

function Judgement({ verdict, names }: { readonly verdict: Verdict | null; readonly names: readonly string[] }) {
  const texts = useTexts('latent').one;
  const score = verdict?.scores[0] ?? null;
  const readings = verdict?.readings;
  const likely = readings
    ? Array.from(readings, (share, label) => ({ share, label })).sort((a, b) => b.share - a.share)
    : [];
  return (
    <dl className={classes.judgement}>
      <dt title={texts.scoreHint}>{texts.score}</dt>
      <dd data-network="D">{formatsNow().short(score)}</dd>
      <dt>{texts.reading}</dt>
      {PLACES.map((place) => {
        const one = likely[place];
        if (!one) return null;
        const { share, label } = one;
        return (
          <dd key={place}>
            <i style={{ '--share': share } as React.CSSProperties} aria-hidden="true" />
            {texts.read({ label: names[label] ?? String(label), percent: 100 * share })}
          </dd>
        );
      })}
      {verdict && !readings && <dd>{texts.noReading}</dd>}
    </dl>
  );
}
