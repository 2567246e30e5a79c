import type { Context, Finding, Rule, ScalarHistory } from './rule.ts';

/** Every file in `rules` that exports `rule`. A new file is among the rules without editing a list. */
const files = import.meta.glob<Rule>(['./rules/*.ts', '!./rules/*.test.ts'], { import: 'rule', eager: true });

export const rules: readonly Rule[] = Object.values(files);

/** What each rule finds at the end of a history, however long it has been so. */
export const diagnose = (
  history: ScalarHistory,
  context: Context,
  chosen: readonly Rule[] = rules,
): readonly Finding[] => chosen.flatMap((rule) => rule.examine(history, context) ?? []);
