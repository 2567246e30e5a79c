import type { UpdateTrace } from '../../core/trace.ts';
import type { ExampleSpec, Plan } from '../../gan/plan.ts';
import { lossOfD, lossOfG } from '../../gan/terms.ts';
import { useTexts } from '../../i18n/index.ts';
import { formatShort } from '../format.ts';
import { useRun } from '../playground.ts';
import type { Place } from './cursor.ts';
import { ExamplePictures } from './ExamplePictures.tsx';
import { LatentStrip } from './LatentStrip.tsx';
import { PointsPicture } from './PointsPicture.tsx';
import { ScoreStrip } from './ScoreStrip.tsx';
import { SlopePicture } from './SlopePicture.tsx';
import { SCALAR_OF } from './scalars.ts';
import classes from './step.module.css';
import { WeightMoved } from './WeightMoved.tsx';

interface LineTensorsProps {
  readonly place: Place;
  readonly plan: Plan;
  readonly of: { readonly at: number; readonly count: number };
}

/** What the line at work came by in this very step. */
export function LineTensors({ place, plan, of }: LineTensorsProps) {
  const texts = useTexts('understand').lines;
  const { network } = place.block;
  return (
    <>
      <p className={classes.head}>
        <b data-network={network}>{texts.shows[place.line.act]({ network })}</b>{' '}
        <span>{texts.at({ line: of.at + 1, count: of.count })}</span>
      </p>
      {/* Each line has pictures of its own: none is another that has moved. */}
      <Tensors key={`${network}${place.line.act}`} place={place} plan={plan} />
    </>
  );
}

function Tensors({ place, plan }: Omit<LineTensorsProps, 'of'>) {
  const page = useTexts();
  const texts = useTexts('understand').lines;
  const probability = useRun(({ info }) => info?.score === 'probability');
  const { update, line } = place;
  const { examples: spec } = plan;
  switch (line.act) {
    case 'real':
    case 'labelled': {
      const examples = update[line.act];
      const label = texts.pictures.real;
      return examples && <ExamplePictures examples={examples} spec={spec} of="real" label={label} />;
    }
    case 'latent':
      return (
        update.latent && (
          <LatentStrip latent={update.latent} label={texts.pictures.latent({ ...sizeOf(update.latent) })} />
        )
      );
    case 'generate':
      return (
        update.fake && <ExamplePictures examples={update.fake} spec={spec} of="generated" label={texts.pictures.fake} />
      );
    case 'score': {
      const { real, fake } = update.scores;
      const rows = [
        ...(real ? [{ of: 'real', name: page.effect.value.scoreReal, values: real } as const] : []),
        ...(fake ? [{ of: 'generated', name: page.effect.value.scoreFake, values: fake } as const] : []),
      ];
      return (
        <div className={classes.both} data-kind={spec.kind}>
          <Judged update={update} spec={spec} />
          <ScoreStrip rows={rows} unit={probability} />
        </div>
      );
    }
    case 'slope':
      return <SlopePicture update={update} spec={spec} />;
    case 'penalty': {
      if (!update.penalised) return null;
      const { points, norms } = update.penalised;
      const k = lossOfD(plan).letters.k;
      return (
        <div className={classes.both} data-kind={spec.kind}>
          <ExamplePictures examples={points} spec={spec} of="real" label={texts.pictures.points} />
          <ScoreStrip
            rows={[{ of: 'real', name: page.chart.series.gradientNorm, values: norms }]}
            mark={k === undefined ? undefined : { at: k, label: page.chart.target }}
          />
        </div>
      );
    }
    case 'loss':
      return <Losses place={place} plan={plan} />;
    case 'update':
    case 'clip':
      return <WeightMoved weights={update.weights} network={update.network} clip={line.act === 'clip'} />;
    default:
      return line satisfies never;
  }
}

/** What D has scored: images in rows, or all points in one plane. */
function Judged({ update: { real, fake }, spec }: { readonly update: UpdateTrace; readonly spec: ExampleSpec }) {
  const texts = useTexts('understand').lines.pictures;
  if (spec.kind === 'image')
    return (
      <div>
        {real && <ExamplePictures examples={real} spec={spec} of="real" label={texts.real} />}
        {fake && <ExamplePictures examples={fake} spec={spec} of="generated" label={texts.fake} />}
      </div>
    );
  const groups = [['real', real] as const, ['generated', fake] as const].flatMap(([of, examples]) =>
    examples?.kind === 'points' ? [{ of, points: examples.points }] : [],
  );
  return <PointsPicture label={texts.judged} extent={spec.extent} groups={groups} />;
}

const sizeOf = ({ size, values }: { readonly size: number; readonly values: Float32Array }) => ({
  size,
  count: values.length / size,
});

/** The terms of this very step, and their sum. */
function Losses({ place, plan }: Omit<LineTensorsProps, 'of'>) {
  const page = useTexts();
  const { network, measured } = place.update;
  const { whole, terms } = network === 'D' ? lossOfD(plan) : lossOfG(plan);
  const rows = terms
    .map(({ part }) => SCALAR_OF[part])
    .filter((scalar) => measured[scalar] !== undefined)
    .map((scalar) => [page.chart.series[scalar], measured[scalar]] as const);
  return (
    <dl className={classes.losses}>
      {[...rows, [page.effect.value[whole], measured[whole]] as const].map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{formatShort(value ?? null)}</dd>
        </div>
      ))}
    </dl>
  );
}
