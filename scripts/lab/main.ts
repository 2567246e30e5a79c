/** Studies: questions that were put to the playground, each in a folder of its own with what came out. */
import { Help, helpOf, UsageError } from '../options.ts';

const studies = import.meta.glob('./*/main.ts');
const readmes = import.meta.glob<string>('./*/README.md', { query: '?raw', import: 'default', eager: true });

/** The first line of a README, without its mark: the question. */
const questionOf = (study: string): string => readmes[`./${study}/README.md`]?.split('\n')[0]?.replace('# ', '') ?? '';

const names = Object.keys(studies).map((path) => path.split('/')[1] as string);
const [study, ...args] = process.argv.slice(2);

if (study === undefined || study === '--help')
  throw new Help(
    helpOf({
      command: 'npm run lab',
      about: `Studies:\n\n${names.map((name) => `  ${name.padEnd(20)}${questionOf(name)}`).join('\n')}`,
      words: { usage: 'STUDY', name: 'STUDY', says: 'npm run lab -- STUDY --help tells its options' },
      options: {},
    }),
  );
const run = studies[`./${study}/main.ts`];
if (!run) throw new UsageError(`There is no study “${study}”; there are ${names.join(', ')}.`);
process.argv.splice(2, Infinity, ...args);
await run();
