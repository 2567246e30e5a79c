import { useTexts } from '../../i18n/index.ts';
import { openingDetailOf } from '../../i18n/problems/index.ts';
import { useDataSet, usePage } from '../playground.ts';
import { recipeOf } from '../state/hash.ts';

/** One sentence on what is going on, also read out. It changes with the phase, not with every step. */
export function StatusLine() {
  const texts = useTexts();
  const phase = usePage((state) => state.phase);
  const opening = usePage((state) => state.opening);
  const recipe = usePage(({ opened: { recipe: id, compare } }) =>
    (compare.length > 0 ? compare : [id]).map((each) => recipeOf(each).name).join(', '),
  );
  const several = usePage(({ opened }) => opened.compare.length > 0);
  const id = usePage((state) => state.opened.data);
  const data = useDataSet(id)?.name ?? id;
  const pausedAt = usePage((state) => (state.phase === 'paused' ? state.step : 0));

  const sentence = (): string => {
    switch (phase) {
      case 'opening': {
        const stage = texts.status.opening[opening?.stage ?? 'none'];
        return opening
          ? texts.status.openingDetail({ stage, detail: openingDetailOf(opening.detail) })
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
        return texts.status[phase];
      default:
        return phase satisfies never;
    }
  };
  return (
    <p role="status" title={sentence()}>
      {sentence()}
    </p>
  );
}
