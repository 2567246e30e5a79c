import { imported } from '../../core/imported.ts';
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
const Understand = late(
  'understand',
  imported(
    () => import('../understand/Understand.tsx'),
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
