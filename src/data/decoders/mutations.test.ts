import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineError } from '../../core/errors.ts';
import { inEnglish } from '../../i18n/problems/explain.ts';
import { isSentence } from '../../i18n/testing/sound.ts';
import type { DecodedSet } from './decoded.ts';
import { LIMITS, type Limits } from './limits.ts';
import { bring } from './testing/bring.ts';
import { MUTATED_KINDS, mutated } from './testing/mutate.ts';

/** Over all kinds together. */
const FILES = 11_200;
const PER_KIND = FILES / MUTATED_KINDS.length;
/** Of processor time: the clock also counts what other programs take. */
const LONGEST_MS = 1000;
const MEBIBYTE = 2 ** 20;
const limits: Limits = { ...LIMITS, decodedBytes: MEBIBYTE, inflatedBytes: 4 * MEBIBYTE, ratioFrom: MEBIBYTE };

/** The largest array of bytes that anything but the decompressor has made. */
let largest = 0;
const honest = Uint8Array;

beforeEach(() => {
  largest = 0;
  const watched = new Proxy(honest, {
    construct(target, args, newTarget) {
      const made = Reflect.construct(target, args, newTarget) as Uint8Array;
      // A view of what is there already takes no memory.
      if (!(args[0] instanceof ArrayBuffer)) largest = Math.max(largest, made.length);
      return made;
    },
  });
  vi.stubGlobal('Uint8Array', watched);
});
afterEach(() => vi.unstubAllGlobals());

function checkSound(set: DecodedSet): void {
  const size = set.height * set.width * set.channels;
  for (const { images, labels } of [set.train, set.test]) {
    expect(images.length).toBe(labels.length * size);
    for (const label of labels) if (label >= set.classes.length) throw new Error(`label ${label} has no class`);
  }
}

/** It may be long where names are. */
const LONGEST = 400;

describe.each(MUTATED_KINDS)('%s, spoiled', (kind) => {
  it('is refused in one sentence or is sound', async () => {
    let refused = 0;
    let slowest = 0;
    for (let n = 0; n < PER_KIND; n++) {
      const files = mutated(kind, n);
      const began = process.cpuUsage();
      try {
        checkSound(await bring(files, { limits }));
      } catch (thrown) {
        const { code, problem } = thrown as EngineError;
        const sentence = code === 'bad-file' ? inEnglish(problem) : '';
        if (!isSentence(sentence) || sentence.length > LONGEST) throw new Error(`${kind} ${n}`, { cause: thrown });
        refused += 1;
      }
      const { user, system } = process.cpuUsage(began);
      slowest = Math.max(slowest, (user + system) / 1000);
    }
    expect(refused).toBeGreaterThan(PER_KIND / 10);
    expect(slowest).toBeLessThan(LONGEST_MS);
    expect(largest).toBeLessThanOrEqual(limits.decodedBytes);
  });
});
