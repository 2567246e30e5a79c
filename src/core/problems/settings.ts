/** What can be wrong with the settings of a run. */
import type { Bare, Coded } from '../coded.ts';
import type { Shape } from '../layers.ts';
import type { NetworkProblem } from './networks.ts';

/** Why a value cannot be a parameter's. */
export interface ParamProblems {
  'param.number': { readonly name: string };
  'param.noNumber': { readonly name: string; readonly text: string };
  'param.whole': { readonly name: string; readonly value: number };
  'param.range': { readonly name: string; readonly min: number; readonly max: number; readonly value: number };
  'param.choice': { readonly name: string; readonly options: readonly string[]; readonly value: string };
  'param.switch': { readonly name: string };
  'param.noSwitch': { readonly name: string; readonly text: string };
}
export type ParamProblem = Coded<ParamProblems>;

export interface SettingsProblems extends ParamProblems {
  'recipe.unknown': { readonly id: string; readonly known: readonly string[] };
  'recipe.otherData': { readonly recipe: string; readonly data: string; readonly suited: readonly string[] };
  /** Of a run on images that somebody brought, or points that they drew, which are not in its file. */
  'data.brought': Bare;
  'data.unknown': { readonly id: string; readonly known: readonly string[] };
  /** A set that was brought during an earlier visit. */
  'data.gone': Bare;
  'param.unknown': { readonly recipe: string; readonly name: string; readonly known: readonly string[] };
  'param.restart': { readonly name: string };
  'seed.range': { readonly value: number };
  /** A comparison that a link names. */
  'compare.unknown': { readonly id: string; readonly known: readonly string[] };
  'compare.count': { readonly most: number };
  'compare.noData': { readonly ids: readonly string[] };
  'networks.unusable': { readonly why: NetworkProblem };
  /** A set that was brought does not fit the recipe's networks. */
  'fit.layer': Unfit & { readonly layer: number; readonly output: Shape };
  'fit.drawn': Unfit & { readonly drawn: Shape };
  'fit.batch': Unfit & { readonly batch: number; readonly count: number };
}

export interface Unfit {
  readonly recipe: string;
  readonly data: string;
  readonly examples: Shape;
}
