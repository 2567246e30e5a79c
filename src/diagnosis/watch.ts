/** Findings that are said: those that have held for a while, until they have been gone for a while. */
import { diagnose, rules } from './index.ts';
import type { Context, Finding, ScalarHistory } from './rule.ts';
import { lastStep, upTo } from './window.ts';

/** Histories are examined as they were after each multiple of so many steps, so what is said depends on no clock. */
const EVERY = 50;
/** Checkpoints without it, after which a finding is taken back. */
const FORGIVEN = 3;
/** A page that was hidden for long looks back over so many checkpoints. */
const MOST = 20;

export interface Said {
  readonly finding: Finding;
  /** The step at which it was first said. */
  readonly since: number;
}

export interface Watch {
  /** The last checkpoint, as a step. */
  readonly at: number;
  /** Of each rule: checkpoints in a row at which it found something (above 0) or nothing (below). */
  readonly streaks: Readonly<Record<string, number>>;
  /** Newest first. */
  readonly said: readonly Said[];
}

export const nothingSaid: Watch = { at: 0, streaks: {}, said: [] };

const patienceOf = new Map(rules.map(({ id, patience }) => [id, patience]));
const patient = rules.filter(({ patience }) => patience > 0);
const prompt = rules.filter(({ patience }) => patience === 0);

function said(before: readonly Said[], findings: readonly Finding[], keeps: (id: string) => boolean, step: number) {
  const newest = new Map(findings.map((finding) => [finding.id, finding]));
  const kept = before
    .filter(({ finding }) => keeps(finding.id))
    .map(({ finding, since }) => ({ finding: newest.get(finding.id) ?? finding, since }));
  const known = new Set(kept.map(({ finding }) => finding.id));
  const added = findings.filter(({ id }) => keeps(id) && !known.has(id)).map((finding) => ({ finding, since: step }));
  return [...added, ...kept];
}

function atCheckpoint(watch: Watch, history: ScalarHistory, context: Context, step: number): Watch {
  const findings = diagnose(upTo(history, step), context, patient);
  const found = new Set(findings.map(({ id }) => id));
  const streaks = Object.fromEntries(
    patient.map(({ id }) => {
      const streak = watch.streaks[id] ?? 0;
      return [id, found.has(id) ? Math.max(streak, 0) + 1 : Math.min(streak, 0) - 1];
    }),
  );
  const isSaid = new Set(watch.said.map(({ finding }) => finding.id));
  const keeps = (id: string): boolean => {
    const patience = patienceOf.get(id) ?? 0;
    // Those that are certain at once are looked at below.
    if (patience === 0) return isSaid.has(id);
    const streak = streaks[id] ?? 0;
    return isSaid.has(id) ? streak > -FORGIVEN : streak >= patience;
  };
  return { at: step, streaks, said: said(watch.said, findings, keeps, step) };
}

/**
 * Goes on watching a run. Called as often as one likes: the same history gives the same findings.
 *
 * @returns the same object if nothing has changed
 */
export function observe(before: Watch, history: ScalarHistory, context: Context): Watch {
  const last = lastStep(history);
  // A new run, or a return to an earlier step.
  let watch = last < before.at ? nothingSaid : before;
  const first = Math.max(watch.at, Math.floor(last / EVERY - MOST) * EVERY);
  for (let step = first + EVERY; step <= last; step += EVERY) watch = atCheckpoint(watch, history, context, step);

  const findings = diagnose(history, context, prompt);
  const certain = new Set(findings.map(({ id }) => id));
  const keeps = (id: string): boolean => certain.has(id) || (patienceOf.get(id) ?? 0) > 0;
  const now = said(watch.said, findings, keeps, last);
  return watch === before && JSON.stringify(now) === JSON.stringify(before.said) ? before : { ...watch, said: now };
}
