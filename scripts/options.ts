/** How every script reads its command line: options it knows, `--help`, and one sentence about anything else. */
import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { EngineError } from '../src/core/errors.ts';
import { explain } from '../src/i18n/problems/explain.ts';

/** Ends a script with a text: `run.js` prints it, without a stack, and sets the exit status. */
abstract class Ending extends Error {
  abstract readonly exitStatus: number;
}

/** Arguments that cannot be used; the message says why. */
export class UsageError extends Ending {
  readonly exitStatus = 2;
}

/** The engine could not go on; the message says why. */
class Failure extends Ending {
  readonly exitStatus = 1;
}

/** `--help` was asked for; the message is the help. */
export class Help extends Ending {
  readonly exitStatus = 0;
}

/** A file that the command line names. @throws UsageError with the reason */
export function readBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (thrown) {
    throw new UsageError(`${path} cannot be read: ${(thrown as Error).message}.`);
  }
}

interface OptionSpec {
  /** What follows it, as the help writes it: N, FILE, …. A switch has none. */
  readonly takes?: string;
  /** Whether it may be given several times. */
  readonly multiple?: true;
  /** A line for the help, or several. */
  readonly says: string;
}

export interface Usage<Options extends Readonly<Record<string, OptionSpec>>> {
  /** As it is typed: `npm run soak`. */
  readonly command: string;
  /** What it does, in a sentence. */
  readonly about: string;
  readonly options: Options;
  /** What may stand beside the options: how usage and help write it. Nothing, if it is missing. */
  readonly words?: { readonly usage: string; readonly name: string; readonly says: string };
}

type ValueOf<Spec extends OptionSpec> = Spec extends { takes: string }
  ? Spec extends { multiple: true }
    ? readonly string[]
    : string
  : boolean;

export type ValuesOf<Options extends Readonly<Record<string, OptionSpec>>> = {
  readonly [Name in keyof Options]?: ValueOf<Options[Name]>;
};

const writtenAs = (name: string, { takes }: OptionSpec): string => (takes ? `--${name} ${takes}` : `--${name}`);

/** npm keeps for itself what stands before the first `--`. */
const typedBefore = (command: string): string =>
  command.startsWith('npm ') && !command.includes(' -- ') ? `${command} --` : command;

/** The help, with a line for each option. */
export function helpOf({ command, about, options, words }: Usage<Readonly<Record<string, OptionSpec>>>): string {
  const entries = [
    ...(words ? [[words.name, words.says] as const] : []),
    ...Object.entries(options).map(([name, spec]) => [writtenAs(name, spec), spec.says] as const),
    ['--help', 'this text'] as const,
  ];
  const width = Math.max(...entries.map(([left]) => left.length)) + 2;
  const lines = entries.map(
    ([left, says]) => `  ${left.padEnd(width)}${says.replaceAll('\n', `\n${' '.repeat(width + 2)}`)}`,
  );
  return `${about}\n\nUsage: ${typedBefore(command)} ${words ? `${words.usage} ` : ''}[options]\n\n${lines.join('\n')}`;
}

/** What is wrong with the arguments, in a sentence that names what would be right. */
function complaint(thrown: unknown, args: readonly string[], { command, options }: Usage<Record<string, OptionSpec>>) {
  const { code, message } = thrown as Error & { readonly code?: string };
  const known = [...Object.keys(options), 'help'].map((name) => `--${name}`).join(', ');
  const [, named = ''] = message.match(/'(-[^' =]*)/) ?? [];
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `${command} has no option ${named}; it has ${known}.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL': {
      const word = args.find((arg) => message.includes(`'${arg}'`)) ?? '';
      return `${command} does not know what “${word}” is for; it has ${known}.`;
    }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE': {
      const spec = options[named.slice(2)];
      return spec?.takes ? `${named} takes a value: ${writtenAs(named.slice(2), spec)}.` : `${named} takes no value.`;
    }
    default:
      throw thrown;
  }
}

/**
 * Reads a command line.
 *
 * @returns The options that were given, and the words beside them.
 * @throws Help if it was asked for
 * @throws UsageError that says what is wrong and what would be right
 */
export function readArguments<const Options extends Readonly<Record<string, OptionSpec>>>(
  usage: Usage<Options>,
  args: readonly string[] = process.argv.slice(2),
): { readonly values: ValuesOf<Options>; readonly words: readonly string[] } {
  if (args.includes('--help') || args.includes('-h')) throw new Help(helpOf(usage));
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(usage.options).map(([name, { takes, multiple }]) => [
      name,
      { type: takes ? 'string' : 'boolean', ...(multiple && { multiple }) } as const,
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: usage.words !== undefined,
    });
    return { values: values as ValuesOf<Options>, words: positionals };
  } catch (thrown) {
    throw new UsageError(complaint(thrown, args, usage));
  }
}

/** @throws UsageError unless the text is a whole number in the range, both ends included */
export function wholeNumber(name: string, text: string, { least = 0, most = 2 ** 32 - 1 } = {}): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not “${text}”.`);
  return value;
}

/** Whole numbers with commas between. @throws UsageError */
export const wholeNumbers = (name: string, text: string): readonly number[] =>
  text.split(',').map((part) => wholeNumber(name, part));

/**
 * Waits for work of the engine's.
 *
 * @throws UsageError where the engine refuses the settings, another `Ending` where it could not go on
 */
export async function sayEngineErrors<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown;
    throw thrown.code === 'bad-config' ? new UsageError(explain(thrown)) : new Failure(explain(thrown));
  }
}
