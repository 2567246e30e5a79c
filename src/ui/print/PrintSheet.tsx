import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { formatLayers } from '../../core/layerText.ts';
import { isInEffect } from '../../core/params.ts';
import { dataText, useTexts } from '../../i18n/index.ts';
import { changeText } from '../changeText.ts';
import { ChartList } from '../charts/ChartColumn.tsx';
import { CompareCharts } from '../charts/CompareCharts.tsx';
import { atOnce } from '../charts/turns.ts';
import { CHARTS } from '../layout.ts';
import { PlaneLegend } from '../plane/PlaneLegend.tsx';
import {
  MemberContext,
  useController,
  useDataSet,
  useGroup,
  usePage,
  useRecipe,
  useRun,
  useSpecs,
} from '../playground.ts';
import { SettingsReading } from '../rail/SettingsReading.tsx';
import { QrPicture } from '../share/QrPicture.tsx';
import { qrOf } from '../share/qr.ts';
import { useConcealed } from '../stage/concealed.ts';
import { RunView } from '../stage/RunView.tsx';
import { linkTo } from '../state/link.ts';
import { stateOf } from '../state/member.ts';
import { planOf } from '../state/plan.ts';
import { recipeOf } from '../state/settings.ts';
import { toldApart } from '../state/toldApart.ts';
import { LossTerms } from '../understand/LossTerms.tsx';
import classes from './print.module.css';
import { usePrinting } from './printing.ts';

/** What is on the screen as a sheet of paper: pictures, curves, what is minimised, settings, networks, and the link. */
export function PrintSheet() {
  const on = usePrinting((state) => state.on);
  useEffect(() => usePrinting.setState({ ready: true }), []);
  return on && createPortal(<Sheet />, document.body);
}

function Sheet() {
  const texts = useTexts();
  const members = usePage((state) => state.members);
  const step = useGroup((state) => state.step);
  const seed = useRun(({ opened }) => opened.seed);
  const id = useRun(({ opened }) => opened.data);
  const set = useDataSet(id);
  const several = members.length > 1;
  const { page } = useController();
  const link = linkTo(window, page, null);
  const qr = qrOf(link);
  const names = members.map((member) => recipeOf(stateOf(member).opened.recipe).name);
  return (
    <article className={classes.sheet} data-print="page">
      <header>
        <div>
          <h1>
            {names.join(', ')} · {dataText(texts, set ?? { id, name: id })}
          </h1>
          <p>
            {texts.grid.atStep({ step })} · {texts.transport.seed} {seed} · {texts.page.name}
          </p>
          <p className={classes.link}>{link}</p>
        </div>
        {qr && <QrPicture qr={qr} label={link} />}
      </header>
      <div className={classes.runs} data-several={several || undefined}>
        {members.map((member) => (
          <MemberContext key={member.run} value={member}>
            {several ? <One /> : <Alone />}
          </MemberContext>
        ))}
      </div>
      {set?.kind === 'points' && <PlaneLegend />}
      {members.map((member) => (
        <MemberContext key={member.run} value={member}>
          <Formulas named={several} />
        </MemberContext>
      ))}
      <Chosen />
    </article>
  );
}

/** The only one, with all that is drawn of it. */
function Alone() {
  const shape = useShape();
  const classified = useRun(({ opened }) => planOf(opened).supervision !== undefined);
  const charts = CHARTS.filter((chart) => chart !== 'accuracy' || classified);
  return (
    <>
      <div className={classes.picture} data-shape={shape}>
        <RunView />
      </div>
      <div className={classes.charts} style={{ '--charts': charts.length } as React.CSSProperties}>
        <ChartList charts={charts} turns={atOnce} brief={false} />
      </div>
    </>
  );
}

/** One of several beside each other. */
function One() {
  const texts = useTexts();
  const shape = useShape();
  const opened = useRun((state) => state.opened);
  const all = usePage(({ members }) => members).map((member) => stateOf(member).opened);
  const concealed = useConcealed();
  const apart = concealed ? [] : toldApart(opened, all).map(([param, value]) => changeText(texts, param, value));
  return (
    <section>
      <h2>{recipeOf(opened.recipe).name}</h2>
      {apart.length > 0 && <p>{apart.join(' · ')}</p>}
      <div className={classes.picture} data-shape={shape}>
        <RunView />
      </div>
      <div className={classes.pair}>
        <CompareCharts turns={atOnce} />
      </div>
    </section>
  );
}

const useShape = (): 'square' | 'rows' =>
  useDataSet(useRun(({ opened }) => opened.data))?.kind === 'points' ? 'square' : 'rows';

function Formulas({ named }: { readonly named: boolean }) {
  const { name } = useRecipe();
  return (
    <section className={classes.formulas}>
      {named && <h2>{name}</h2>}
      <LossTerms network="D" turns={atOnce} />
      <LossTerms network="G" turns={atOnce} />
    </section>
  );
}

/** What is set of the first, and its networks layer by layer. */
function Chosen() {
  const texts = useTexts();
  const params = useRun(({ opened }) => opened.params);
  const plan = useRun(({ opened }) => planOf(opened));
  const specs = Object.fromEntries(
    Object.entries(useSpecs()).filter(
      ([name, spec]) => isInEffect(spec, params) && (spec.group !== 'errata' || params[name] === true),
    ),
  );
  return (
    <>
      <section className={classes.settings}>
        <h2>{texts.rail.mode.settings}</h2>
        <SettingsReading specs={specs} />
      </section>
      <section className={classes.networks}>
        <h2>{texts.settings.networks}</h2>
        {(['generator', 'discriminator'] as const).map((part) => (
          <p key={part}>
            <b>{part === 'generator' ? 'G' : 'D'}</b> <code>{formatLayers(plan[part].layers)}</code>
          </p>
        ))}
      </section>
    </>
  );
}
