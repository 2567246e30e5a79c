import { dataText, formatsNow, useTexts } from '../../i18n/index.ts';
import { openingDetailOf } from '../../i18n/problems/index.ts';
import { formatShort } from '../format.ts';
import { useDataSet, useGroup, usePage, useRun } from '../playground.ts';
import { recipeOf } from '../state/settings.ts';
import { recipesOf } from '../state/store.ts';
import { MEASURED, useLastEffect } from '../understand/useLastEffect.ts';

/** One sentence on what is going on, also read out. It changes with the phase, not with every step. */
export function StatusLine() {
  const texts = useTexts();
  const phase = useGroup((state) => state.phase);
  const lost = usePage((state) => state.lost !== null);
  const several = usePage(({ members }) => members.length > 1);
  const recipe = usePage(({ members }) => formatsNow().list(recipesOf(members).map((id) => recipeOf(id).name)));
  const id = useRun((state) => state.opened.data);
  const data = dataText(texts, useDataSet(id) ?? { id, name: id });
  const pausedAt = useGroup((state) => (state.phase.kind === 'paused' ? state.step : 0));

  const effect = useEffectText();

  const sentence = (): string => {
    if (lost) return texts.status.lost;
    switch (phase.kind) {
      case 'opening': {
        const stage = texts.status.opening[phase.stage?.stage ?? 'none'];
        return phase.stage
          ? texts.status.openingDetail({ stage, detail: openingDetailOf(phase.stage.detail) })
          : texts.status.openingPlain({ stage });
      }
      case 'paused':
        return pausedAt > 0
          ? texts.status.paused({ step: pausedAt })
          : (several ? texts.compare.ready : texts.status.ready)({ recipe, data });
      case 'training':
        return (several ? texts.compare.training : texts.status.training)({ recipe, data });
      case 'pausing':
      case 'stepping':
      case 'failed':
      case 'closed':
        return texts.status[phase.kind];
      default:
        return phase satisfies never;
    }
  };
  const text = effect && !several ? formatsNow().sentences([sentence(), effect]) : sentence();
  return (
    <p role="status" title={text}>
      {text}
    </p>
  );
}

/** What the last single step did, in short. */
function useEffectText(): string {
  const texts = useTexts().effect;
  const { effect } = useLastEffect();
  if (!effect) return '';
  const { part, before, after } = effect;
  const changes = MEASURED.flatMap((name) =>
    before[name] === null ? [] : [`${texts.value[name]} ${formatShort(before[name])} → ${formatShort(after[name])}`],
  );
  return texts.said({ part: texts.part[part], changes: formatsNow().list(changes) });
}
