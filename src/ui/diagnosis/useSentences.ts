import type { Finding } from '../../diagnosis/rule.ts';
import { type Parts, useTexts } from '../../i18n/index.ts';
import { useDataSet, useRun } from '../playground.ts';

type Rules = Parts['diagnosis']['rule'];

/** A rule's text is told the rule's details: they have the same names. */
const say = (text: string | ((details: never) => string), details: Finding['details']): string =>
  typeof text === 'string' ? text : text({ ...details } as never);

/** A finding's title and what it means, with its numbers. */
export function useSentences({ id, evidence: { label }, details }: Finding) {
  const texts = useTexts('diagnosis').rule[id as keyof Rules];
  const names = useDataSet(useRun(({ opened }) => opened.data))?.classes;
  const values = { ...details, ...(label !== undefined && { label: names?.[label] ?? String(label) }) };
  return { title: say(texts.title, values), sentence: say(texts.sentence, values) };
}
