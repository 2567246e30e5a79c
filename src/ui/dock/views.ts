import { imported } from '../../core/imported.ts';
import { loadPart } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';

// Everything else works before they have arrived.
const Curves = late(
  'charts',
  imported(
    () => import('../charts/index.ts'),
    (module) => module.Curves,
  ),
);
const QualityView = late(
  'quality',
  imported(
    () => import('../quality/QualityView.tsx'),
    (module) => module.QualityView,
  ),
);
// It names layers as the look inside does.
const Understand = late(
  'understand',
  imported(
    async () => (await Promise.all([import('../understand/Understand.tsx'), loadPart('inside')]))[0],
    (module) => module.Understand,
  ),
);
const Inside = late(
  'inside',
  imported(
    () => import('../inside/Inside.tsx'),
    (module) => module.Inside,
  ),
);

/** What each tab beside the picture shows. */
export const DOCK_VIEWS = { curves: Curves, quality: QualityView, understand: Understand, inside: Inside } as const;
