/** All files of a project: only those that its plan needs. */
import { dataFile } from './data.ts';
import { drawsFile } from './draws.ts';
import { type Facts, factsOf, type Subject } from './facts.ts';
import { choosesPool, labelledFile } from './labelled.ts';
import { lossesFile } from './losses.ts';
import { modelFile } from './model.ts';
import { hasOwnOptimiser, optimisersFile } from './optimisers.ts';
import { sampleFile } from './sampling.ts';
import { trainerFile } from './trainer.ts';
import { trainFile } from './training.ts';
import { wrapped } from './wrap.ts';

/** Files that are the same in every project. */
const fixed = import.meta.glob<string>('./python/*.py', { query: '?raw', import: 'default', eager: true });
const fixedFile = (name: string): string => {
  const text = fixed[`./python/${name}`];
  if (text === undefined) throw new Error(`There is no ${name}.`);
  return text.trim();
};

/** The Python of a project by the files' names, in the order in which one would read it. */
export function pythonFiles(subject: Subject | Facts): ReadonlyMap<string, string> {
  const facts = 'objective' in subject ? subject : factsOf(subject);
  const { plays, plan } = facts;
  const files: readonly (readonly [string, string] | false)[] = [
    ['model.py', modelFile(facts)],
    ['losses.py', lossesFile(facts)],
    ['trainer.py', trainerFile(facts)],
    hasOwnOptimiser(facts) && ['optimisers.py', optimisersFile()],
    ['draws.py', drawsFile(facts)],
    ['data.py', dataFile(facts)],
    plan.supervision !== undefined && ['labelled.py', labelledFile(facts)],
    choosesPool(facts) && ['philox.py', fixedFile('philox.py')],
    ['train.py', trainFile(facts)],
    plays && ['sample.py', sampleFile(facts)],
    plays && ['png.py', fixedFile('png.py')],
    ['weights.py', fixedFile('weights.py')],
  ];
  return new Map(files.filter((file) => file !== false).map(([name, text]) => [name, `${wrapped(text)}\n`]));
}
