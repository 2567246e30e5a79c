/** All curves of a run, one chart below the other. */
import { badConfig } from '../../core/errors.ts';
import { objectiveOf } from '../../gan/objectives/index.ts';
import { targetOf } from '../../gan/target.ts';
import type { Texts } from '../../i18n/texts.ts';
import { accuracySeries, gradientSeries, lossSeries, scoreSeries } from '../../plot/series.ts';
import type { ExportSource } from '../exporter.ts';
import { type Chart, chartMarks, measuredOf } from './chart.ts';
import type { Drawing } from './drawing.ts';

const WIDTH = 640;
const HEIGHT = 220;
const GAP = 16;
/** A probability of “real” that says nothing. */
const CHANCE = 0.5;

/** In the order of the page. */
function chartsOf({ plan, recipe, data, config }: ExportSource, { chart }: Texts): readonly Chart[] {
  const { penalty, supervision } = plan;
  const names = chart.series;
  const plain = { names, mark: null, range: null };
  const target = targetOf(plan, recipe.paramsOn(data.kind), config.params);
  const probability = objectiveOf(plan.objective).scoreKind === 'probability';
  return [
    ...(supervision
      ? [{ ...plain, title: chart.accuracy, series: accuracySeries, range: [0, 0.25, 0.5, 0.75, 1] }]
      : []),
    {
      ...plain,
      title: chart.losses,
      series: lossSeries({ penalty: penalty !== null, classes: supervision !== undefined }),
    },
    {
      ...plain,
      title: chart.gradient,
      series: gradientSeries(false),
      mark: target === null ? null : { at: target, label: `${chart.target} = ${target}` },
    },
    {
      ...plain,
      title: chart.scores,
      series: scoreSeries,
      ...(probability && { range: [0, 0.5, 1], mark: { at: CHANCE, label: chart.chance({ value: CHANCE }) } }),
    },
  ];
}

/**
 * Of what was measured; a chart of which nothing was is left out.
 *
 * @throws EngineError `bad-config` where nothing was measured at all
 */
export async function drawCurves(source: ExportSource): Promise<Drawing> {
  const texts = await source.language.texts();
  const drawn = chartsOf(source, texts).filter((chart) => measuredOf(chart, source.log).length > 0);
  if (drawn.length === 0) throw badConfig({ code: 'export.noCurves' });
  return {
    width: WIDTH,
    height: drawn.length * (HEIGHT + GAP) - GAP,
    marks: drawn.flatMap((chart, i) =>
      chartMarks(chart, source.log, i * (HEIGHT + GAP), { width: WIDTH, height: HEIGHT }, source.languageId),
    ),
  };
}
