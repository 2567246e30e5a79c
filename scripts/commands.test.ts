/** Commands: few, each helpful, and none named in a document that does not exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { STAGES } from './check/stages.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };
const studies = readdirSync(join('scripts', 'lab'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const documents = ['README.md', 'CONTRIBUTING.md', 'docs', join('scripts', 'lab')].flatMap((place) =>
  place.endsWith('.md')
    ? [place]
    : readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .map((file) => join(place, file)),
);

/** Everything of a document that a pattern's group finds. */
const named = (document: string, pattern: RegExp): readonly string[] =>
  Array.from(readFileSync(document, 'utf8').matchAll(pattern), ([, found]) => found as string);

describe.each(documents)('%s names', (document) => {
  it('commands that exist', () => {
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...named(document, /npm run (?:-s )?([\w:-]+)/g)]));
  });
  it('studies that exist', () => {
    expect(studies).toEqual(expect.arrayContaining([...named(document, /npm run lab -- (\w[\w-]*)/g)]));
  });
  it('stages that exist', () => {
    const stages = named(document, /npm (?:test|run check) -- ((?:\w+ ?)+)/g).flatMap((some) => some.trim().split(' '));
    expect(STAGES.map(({ name }) => name)).toEqual(expect.arrayContaining(stages));
  });
  it('scripts that exist', () => {
    const files = named(document, /(?<!\w\/)(scripts\/[\w/.-]*\w)/g).filter((file) => !existsSync(file));
    expect(files).toEqual([]);
  });
});

it('there are at most fifteen', () => expect(Object.keys(scripts).length).toBeLessThanOrEqual(15));

describe.each(studies)('the study %s', (study) => {
  it('says in about ten lines what was asked, and by which command', () => {
    const lines = readFileSync(join('scripts', 'lab', study, 'README.md'), 'utf8')
      .trim()
      .split('\n');
    expect(lines[0]).toMatch(/^# .*\?$/);
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^    npm run lab -- ${study}( |$)`)));
    expect(lines.length).toBeLessThanOrEqual(12);
  });
});

/** What is typed, and the file that it runs. */
const commands = [
  ...Object.entries(scripts).map(([name, script]) => ({
    name: `npm run ${name}`,
    file: script.match(/scripts\/\w+\/\S+/)?.[0],
  })),
  ...studies.map((study) => ({ name: `npm run lab -- ${study}`, file: `scripts/lab/${study}/main.ts` })),
].filter(({ file }) => file !== undefined);

/** What loads the whole engine takes its time on a busy machine. */
const TIME_LIMIT_MS = 120_000;

describe.each(commands)('$name', { timeout: TIME_LIMIT_MS }, ({ file = '' }) => {
  const given = process.argv;
  afterEach(() => {
    process.argv = given;
  });

  /** Runs the script; by the option in its address it is read anew, and what it imports is not. */
  const run = (option: string): Promise<unknown> => {
    process.argv = ['node', file, option];
    return import(`${join(process.cwd(), file)}?${option}`);
  };

  it('understands --help', () => expect(run('--help')).rejects.toThrow(/\n\nUsage: npm /));
  it('refuses what it does not know, in one sentence that names what it knows', () =>
    expect(run('--no-such-option')).rejects.toThrow(/^[^\n]*(no option|no study)[^\n]*; (it has|there are) [^\n]*\.$/));
});
