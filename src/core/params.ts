/**
 * Parameter specs: a setting is declared once, here as plain data. The settings panel, validation, the
 * link's hash and checkpoints all derive from the spec. Texts are found by the parameter's name: its label in
 * `i18n/params.ts`, help in `i18n/parts/help.ts`.
 */

import type { ParamProblem } from './problems/settings.ts';

/** Where the panel shows a parameter. */
export type ParamGroup = 'run' | 'labels' | 'objective' | 'gradient' | 'optimizer' | 'sampling' | 'errata';

interface BaseParam {
  readonly group: ParamGroup;
  /** `live`: acts on the running networks. `restart`: takes a new run, from step 0. */
  readonly applies: 'live' | 'restart';
  /** It has an effect only while one of these choices holds; always, if there are none. */
  readonly when?: readonly Condition[];
  /** Among the few that are shown before one asks for more. */
  readonly prominent?: boolean;
}

/** Another parameter of the recipe has one of these values. */
export interface Condition {
  readonly param: string;
  readonly is: readonly ParamValue[];
}

export interface NumberParam extends BaseParam {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** How a slider spaces the range. */
  readonly scale: 'linear' | 'log';
}

export interface IntegerParam extends BaseParam {
  readonly kind: 'integer';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly scale: 'linear' | 'log';
}

/** One of a few words. The texts are `param.<name>.option.<option>`. */
export interface ChoiceParam<Option extends string = string> extends BaseParam {
  readonly kind: 'choice';
  readonly default: NoInfer<Option>;
  readonly options: readonly Option[];
}

export interface SwitchParam extends BaseParam {
  readonly kind: 'switch';
  readonly default: boolean;
}

export type ParamSpec = NumberParam | IntegerParam | ChoiceParam | SwitchParam;
/** Specs by name, in the order in which the panel shows them. */
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;
export type ParamValue = number | string | boolean;
export type ParamValues = Readonly<Record<string, ParamValue>>;

type ValueOf<Spec extends ParamSpec> = Spec extends SwitchParam
  ? boolean
  : Spec extends ChoiceParam<infer Option>
    ? Option
    : number;

/** The typed values that a recipe's own specs describe. */
export type ValuesOf<Specs extends ParamSpecs> = {
  readonly [Name in keyof Specs]: ValueOf<Specs[Name]>;
};

/** A value that was read, or why it was not. */
export type Parsed =
  | { readonly ok: true; readonly value: ParamValue }
  | { readonly ok: false; readonly why: ParamProblem };

const bad = (why: ParamProblem): Parsed => ({ ok: false, why });
const good = (value: ParamValue): Parsed => ({ ok: true, value });

/** Checks a value of any origin against its spec. */
export function checkParam(name: string, spec: ParamSpec, value: unknown): Parsed {
  switch (spec.kind) {
    case 'number':
    case 'integer': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return bad({ code: 'param.number', name });
      if (spec.kind === 'integer' && !Number.isInteger(value)) {
        return bad({ code: 'param.whole', name, value });
      }
      if (value < spec.min || value > spec.max) {
        return bad({ code: 'param.range', name, min: spec.min, max: spec.max, value });
      }
      return good(value);
    }
    case 'choice':
      return typeof value === 'string' && spec.options.includes(value)
        ? good(value)
        : bad({ code: 'param.choice', name, options: spec.options, value: String(value) });
    case 'switch':
      return typeof value === 'boolean' ? good(value) : bad({ code: 'param.switch', name });
    default:
      return spec satisfies never;
  }
}

/** Reads a value from its text form in a link or on a command line. */
export function parseParam(name: string, spec: ParamSpec, text: string): Parsed {
  switch (spec.kind) {
    case 'number':
    case 'integer': {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(value) ? checkParam(name, spec, value) : bad({ code: 'param.noNumber', name, text });
    }
    case 'choice':
      return checkParam(name, spec, text);
    case 'switch':
      if (text === '1' || text === 'true') return good(true);
      if (text === '0' || text === 'false') return good(false);
      return bad({ code: 'param.noSwitch', name, text });
    default:
      return spec satisfies never;
  }
}

/** The text form of a value in a link; `parseParam` reads it back unchanged. */
export function formatParam(value: ParamValue): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

/** Whether a parameter has an effect beside the values of the others. */
export const isInEffect = ({ when }: ParamSpec, values: ParamValues): boolean =>
  !when || when.some(({ param, is }) => is.includes(values[param] as ParamValue));

export function defaultsOf<Specs extends ParamSpecs>(specs: Specs): ValuesOf<Specs> {
  const entries = Object.entries(specs).map(([name, spec]) => [name, spec.default]);
  return Object.fromEntries(entries) as ValuesOf<Specs>;
}

/** Builders, so that a recipe's list of parameters reads as a list. */
export const number = (
  group: ParamGroup,
  spec: Omit<NumberParam, 'kind' | 'group' | 'applies' | 'scale'> & Partial<Pick<NumberParam, 'applies' | 'scale'>>,
): NumberParam => ({
  kind: 'number',
  group,
  applies: 'restart',
  scale: 'linear',
  ...spec,
});
export const integer = (
  group: ParamGroup,
  spec: Omit<IntegerParam, 'kind' | 'group' | 'applies' | 'scale'> & Partial<Pick<IntegerParam, 'applies' | 'scale'>>,
): IntegerParam => ({
  kind: 'integer',
  group,
  applies: 'restart',
  scale: 'linear',
  ...spec,
});
export const choice = <const Option extends string>(
  group: ParamGroup,
  spec: Omit<ChoiceParam<Option>, 'kind' | 'group' | 'applies'> & Partial<Pick<ChoiceParam, 'applies'>>,
): ChoiceParam<Option> => ({
  kind: 'choice',
  group,
  applies: 'restart',
  ...spec,
});
export const toggle = (group: ParamGroup, spec: Partial<Omit<SwitchParam, 'kind' | 'group'>> = {}): SwitchParam => ({
  kind: 'switch',
  group,
  applies: 'restart',
  default: false,
  ...spec,
});
