/** How far a person is in which lesson, in this browser: kept where it can be, and forgotten where not. */
import { create } from 'zustand';
import type { ParamValue } from '../../core/params.ts';
import type { Verdict } from '../../lessons/judge.ts';
import { type Curve, isCurve } from '../../lessons/sketch.ts';
import { useLayout } from '../layout.ts';

/** What was answered at a step, and what came of it. */
export interface Answer {
  /** The name of an option. */
  readonly prediction: string | null;
  /** The curve that was drawn. */
  readonly sketch: Curve | null;
  readonly chosen: ParamValue | null;
  /** Of the last time that it has run; null before. */
  readonly verdict: Verdict | null;
  /** Whether the goal was met, ever. */
  readonly passed: boolean;
}

export const NO_ANSWER: Answer = { prediction: null, sketch: null, chosen: null, verdict: null, passed: false };

/** What the step on the card is doing. */
export type Attempt =
  | { readonly kind: 'none' }
  /** Runs are opened, and trained to where the step begins. */
  | { readonly kind: 'preparing' }
  | { readonly kind: 'running'; readonly step: number }
  /** It was paused before its end. */
  | { readonly kind: 'halted'; readonly step: number }
  /** A run has failed. */
  | { readonly kind: 'failed' };

export interface Learner {
  /** The step of each lesson that was looked at last, from 0. Which lesson is open is the page's: `layout.ts`. */
  readonly at: Readonly<Record<string, number>>;
  /** By lesson and step: `game/look`. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly attempt: Attempt;
}

const KEY = 'gan-playground lessons';
/** A change of its form has another number, and is not read. */
const FORM = 1;

type Kept = Pick<Learner, 'at' | 'answers'>;
const NOTHING: Kept = { at: {}, answers: {} };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAnswer = (value: unknown): value is Omit<Answer, 'sketch'> & { readonly sketch?: unknown } =>
  isRecord(value) &&
  typeof value.passed === 'boolean' &&
  (value.prediction === null || typeof value.prediction === 'string') &&
  (value.verdict === null || isRecord(value.verdict));

const curveOf = (value: unknown): Curve | null => (isCurve(value) ? value : null);

/** Before there were curves to draw, answers had none. */
const withCurves = ({
  sketch,
  verdict,
  ...answer
}: Omit<Answer, 'sketch'> & { readonly sketch?: unknown }): Answer => ({
  ...answer,
  sketch: curveOf(sketch),
  verdict: verdict && { ...verdict, course: curveOf(verdict.course) },
});

/** What was kept, as far as it can be read; somebody else may have written there. */
export function parseKept(text: string | null): Kept {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    if (!isRecord(kept) || kept.form !== FORM || !isRecord(kept.answers) || !isRecord(kept.at)) return NOTHING;
    const answers = Object.entries(kept.answers).flatMap(([key, answer]) =>
      isAnswer(answer) ? [[key, withCurves(answer)] as const] : [],
    );
    const at = Object.entries(kept.at).filter(([, step]) => Number.isInteger(step) && (step as number) >= 0);
    return { at: Object.fromEntries(at) as Kept['at'], answers: Object.fromEntries(answers) };
  } catch {
    return NOTHING;
  }
}

/** Null where a browser allows none. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const kept = parseKept(storage()?.getItem(KEY) ?? null);

export const useLearner = create<Learner>(() => ({ ...kept, attempt: { kind: 'none' } }));

useLearner.subscribe(({ at, answers }, before) => {
  if (at === before.at && answers === before.answers) return;
  try {
    storage()?.setItem(KEY, JSON.stringify({ form: FORM, at, answers }));
  } catch {
    // There is no room, or it is forbidden: the visit goes on without.
  }
});

export const keyOf = (lesson: string, step: string): string => `${lesson}/${step}`;

export const answer = (key: string, change: Partial<Answer>): void =>
  useLearner.setState(({ answers }) => ({
    answers: { ...answers, [key]: { ...(answers[key] ?? NO_ANSWER), ...change } },
  }));

/**
 * @param lesson empty for the opening
 * @param step where one was last, by default
 */
export function openLesson(lesson: string, step?: number): void {
  if (step !== undefined) useLearner.setState(({ at }) => ({ at: { ...at, [lesson]: step } }));
  useLearner.setState({ attempt: { kind: 'none' } });
  useLayout.setState({ lesson });
}
