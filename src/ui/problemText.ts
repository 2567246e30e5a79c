import { textsNow } from '../i18n/index.ts';
import { sentenceOf } from '../i18n/problems/index.ts';
import type { LinkProblem } from './state/hash.ts';

/** One sentence that names what the link said and what the page does instead. */
export function problemText(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'unknown':
      return textsNow().notice.unknown({ key: problem.key, recipe: problem.recipe });
    case 'bad':
      return textsNow().notice.bad({ why: sentenceOf(problem.why) });
    case 'networks':
      return textsNow().notice.networks({ why: sentenceOf(problem.why) });
    case 'unsound':
      return textsNow().notice.unsound({ why: sentenceOf(problem.why) });
    case 'files':
      return textsNow().notice.files;
    default:
      return problem satisfies never;
  }
}
