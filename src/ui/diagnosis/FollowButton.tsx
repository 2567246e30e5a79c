import { Button } from '@mantine/core';
import type { ParamValue } from '../../core/params.ts';
import type { Suggestion } from '../../diagnosis/rule.ts';
import { formatsNow, optionText, paramTexts, type Texts, useTexts } from '../../i18n/index.ts';
import { formatExact } from '../format.ts';
import { useController } from '../playground.ts';
import { useRight } from '../show/rights.ts';

interface FollowButtonProps {
  readonly suggestion: Suggestion;
  /** Why, where that is not said beside it. */
  readonly title?: string;
  onFollow?(): void;
}

/** Follows a suggestion: on the running networks, or in a new run. */
export function FollowButton({ suggestion, title, onFollow }: FollowButtonProps) {
  const controller = useController();
  const texts = useTexts();
  const right = useRight('settings');
  const follow = (): void => {
    onFollow?.();
    controller.setParams(suggestion.changes);
    if (suggestion.restart) controller.startOver();
  };
  return (
    <Button
      size="compact-xs"
      variant="default"
      disabled={right !== 'free'}
      title={right === 'free' ? title : texts.show.locked}
      onClick={follow}
    >
      <Words {...suggestion} />
    </Button>
  );
}

function valueText(page: Texts, name: string, value: ParamValue): string {
  if (typeof value === 'number') return formatExact(value);
  return typeof value === 'string' ? `“${optionText(page, name, value)}”` : String(value);
}

/** What following a suggestion does. */
function Words({ changes, restart }: Suggestion) {
  const texts = useTexts('diagnosis');
  const page = useTexts();
  const named = Object.entries(changes).map(([name, value]) =>
    texts.change({ name: paramTexts(page, name).label, value: valueText(page, name, value) }),
  );
  return (restart ? texts.restart : texts.apply)({ changes: formatsNow().list(named) });
}
