import { describe, expect, it } from 'vitest';
import { loadPart } from '../index.ts';
import { languages } from '../languages.ts';
import {
  backendFalls,
  backendNotes,
  backendReasons,
  cautions,
  devices,
  fileFaults,
  layerFaults,
  openingDetails,
  problems,
  tilings,
} from '../testing/samples.ts';
import { isChineseSentence, isSentence } from '../testing/sound.ts';
import { inEnglish } from './explain.ts';
import {
  backendFallOf,
  backendNoteOf,
  backendReasonOf,
  cautionOf,
  deviceOf,
  layerFaultOf,
  openingDetailOf,
  sentenceOf,
  tilingOf,
} from './index.ts';
import { say } from './words.ts';

const chinese = await languages.zh.texts();
const chineseOfFiles = (await languages.zh.parts.bring()).problems;

it.each(problems.map((problem) => [problem.code, problem] as const))('%s is said in full', (_, problem) => {
  expect(inEnglish(problem)).toSatisfy(isSentence);
});

it.each(problems.map((problem) => [problem.code, problem] as const))('%s is said in Chinese', (_, problem) => {
  expect(say({ ...chinese.problems, ...chineseOfFiles }, problem)).toSatisfy(isChineseSentence);
});

it('cautions, faults of layers and reasons are said in Chinese', () => {
  for (const text of [
    ...cautions.map((caution) => say(chinese.cautions, caution)),
    ...layerFaults.map((fault) => say(chinese.layerFaults, fault)),
    ...backendReasons.map((reason) => say(chinese.backendReasons, reason)),
    ...backendFalls.map((fall) => say(chinese.backendFalls, fall)),
    ...tilings.map((tiling) => say(chinese.tilings, tiling)),
  ])
    expect(text).toSatisfy(isChineseSentence);
});

describe('so is what is said besides:', () => {
  it('cautions, faults of layers and reasons', () => {
    for (const text of [
      ...cautions.map(cautionOf),
      ...layerFaults.map(layerFaultOf),
      ...backendReasons.map(backendReasonOf),
      ...backendFalls.map(backendFallOf),
      ...tilings.map(tilingOf),
    ])
      expect(text).toSatisfy(isSentence);
  });

  it('notes and details, which are no sentences', () => {
    const noted = backendNoteOf({ code: 'note.failed', why: { code: 'backend.noWebGl' } });
    expect(noted).toBe('This browser offers no WebGL 2 to a worker.');
    for (const text of [
      ...devices.map(deviceOf),
      ...backendNotes.map(backendNoteOf),
      ...openingDetails.map(openingDetailOf),
    ])
      expect(`It says: ${text}.`).toSatisfy(isSentence);
  });
});

it('every fault of a file says what to do', () => {
  const place = { file: 'a.npz' };
  for (const fault of fileFaults) expect(inEnglish({ code: 'file.bad', place, fault })).toMatch(/^a\.npz: .+; .+\.$/);
});

it('a problem of files is said once the dialog for them is there', async () => {
  const problem = { code: 'file.none' } as const;
  expect(() => sentenceOf(problem)).toThrow('not fetched');
  await loadPart('bring');
  expect(sentenceOf(problem)).toBe('There is no file in it; choose files, or a folder with files in it.');
  expect(sentenceOf({ code: 'run.closed' })).toBe('This run was closed.');
});
