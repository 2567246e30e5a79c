import { i18n } from '../i18n/index.ts';
import type { LinkProblem } from './state/hash.ts';

/** One sentence that names what the link said and what the page does instead. */
export const problemText = (problem: LinkProblem): string =>
  problem.kind === 'unknown'
    ? i18n.t('notice.unknown', { key: problem.key, recipe: problem.recipe })
    : i18n.t('notice.bad', { why: problem.why });
