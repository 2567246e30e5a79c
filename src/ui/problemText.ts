import { i18n } from '../i18n/index.ts';
import type { LinkProblem } from './state/hash.ts';

/** One sentence that names what the link said and what the page does instead. */
export function problemText(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'unknown':
      return i18n.t('notice.unknown', { key: problem.key, recipe: problem.recipe });
    case 'bad':
      return i18n.t('notice.bad', { why: problem.why });
    case 'networks':
      return i18n.t('notice.networks', { why: problem.why });
    case 'files':
      return i18n.t('notice.files');
    default:
      return problem satisfies never;
  }
}
