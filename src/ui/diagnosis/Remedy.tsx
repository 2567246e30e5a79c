import type { Finding, Suggestion } from '../../diagnosis/rule.ts';
import { formatsNow } from '../../i18n/index.ts';
import { useRun } from '../playground.ts';
import { FollowButton } from './FollowButton.tsx';
import { useSentences } from './useSentences.ts';
import { useWatch } from './useWatch.ts';

/** Of a run that has failed: what was found about it, as something to do. Its error says what has happened. */
export function Remedy() {
  const run = useRun(({ info }) => info?.run ?? 0);
  return <OfRun key={run} />;
}

function OfRun() {
  const { said } = useWatch();
  const found = said.find(({ finding }) => finding.suggestion);
  return found?.finding.suggestion ? <Todo {...found.finding} suggestion={found.finding.suggestion} /> : null;
}

function Todo(finding: Finding & { readonly suggestion: Suggestion }) {
  const { title, sentence } = useSentences(finding);
  return <FollowButton suggestion={finding.suggestion} title={formatsNow().named(title, sentence)} />;
}
