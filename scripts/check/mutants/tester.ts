/** Runs tests in a copy of the project, again and again, without starting anew each time. */
import { join } from 'node:path';
import { createVitest, type TestModule, type Vitest } from 'vitest/node';

export type Verdict =
  /** The first test that failed, by its full name. */
  | { readonly kind: 'red'; readonly by: string }
  | { readonly kind: 'green' }
  /** No test was run: the file could not be loaded, or none has the name. */
  | { readonly kind: 'none'; readonly why: string };

/** Files of tests; of those with such a name, if there is one. */
export interface Tests {
  readonly files: readonly string[];
  readonly named?: string | undefined;
}

export interface Tester {
  /** To be called whenever a file of the copy is another one. */
  changed(file: string): void;
  /** @param timeLimit milliseconds; what a fault makes endless has been noticed, too */
  ask(tests: Tests, timeLimit: number): Promise<Verdict>;
  close(): Promise<void>;
}

/** What a single test may take before it counts as failed, in milliseconds. */
const TEST_MS = 60_000;

const open = (folder: string): Promise<Vitest> =>
  createVitest('test', {
    root: folder,
    config: join(folder, 'vitest.config.ts'),
    project: ['node'],
    watch: false,
    // Threads end with the process, whatever they are doing.
    pool: 'threads',
    maxWorkers: 1,
    testTimeout: TEST_MS,
    // Nobody listens.
    reporters: [{}],
  });

function verdictOf(modules: readonly TestModule[]): Verdict {
  const tests = modules.flatMap(({ children }) => [...children.allTests()]);
  const failed = tests.find((test) => test.result().state === 'failed');
  if (failed) return { kind: 'red', by: failed.fullName };
  const [error] = modules.flatMap((module) => [
    ...module.errors(),
    ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
  ]);
  if (error) return { kind: 'none', why: error.message };
  const ran = tests.some((test) => test.result().state === 'passed');
  return ran ? { kind: 'green' } : { kind: 'none', why: 'no test has that name' };
}

/** @param folder absolute */
export async function createTester(folder: string): Promise<Tester> {
  let vitest = await open(folder);
  return {
    changed: (file) => vitest.invalidateFile(join(folder, file)),
    async ask({ files, named }, timeLimit) {
      if (named === undefined) vitest.resetGlobalTestNamePattern();
      else vitest.setGlobalTestNamePattern(named);
      const project = vitest.getProjectByName('node');
      const wanted = files.map((file) => project.createSpecification(join(folder, file)));
      const late = new Promise<null>((resolve) => setTimeout(resolve, timeLimit, null).unref());
      const result = await Promise.race([vitest.runTestSpecifications(wanted), late]);
      if (result) {
        // It also remembers modules that it ran earlier.
        return verdictOf(
          result.testModules.filter(({ moduleId }) => wanted.some((spec) => spec.moduleId === moduleId)),
        );
      }
      // The one that hangs is left alone.
      vitest = await open(folder);
      return { kind: 'red', by: '(did not come to an end)' };
    },
    close: () => vitest.close(),
  };
}
