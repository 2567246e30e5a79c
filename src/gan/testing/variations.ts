import { defaultsOf, type ParamSpec, type ParamSpecs, type ParamValue, type ParamValues } from '../../core/params.ts';

/** Values besides the default: every option, or one place within the range. */
function elsewhere(spec: ParamSpec): readonly ParamValue[] {
  switch (spec.kind) {
    case 'number':
      return [spec.min + 0.4 * (spec.max - spec.min)];
    case 'integer':
      return [Math.ceil(spec.min + 0.4 * (spec.max - spec.min))];
    case 'choice':
      return spec.options.filter((option) => option !== spec.default);
    case 'switch':
      return [!spec.default];
    default:
      return spec satisfies never;
  }
}

/** Each parameter by itself at every value that is to be tried, the others at their defaults. */
export const variationsOf = (params: ParamSpecs): readonly ParamValues[] =>
  Object.entries(params).flatMap(([name, spec]) => elsewhere(spec).map((value) => ({ [name]: value })));

/** All parameters, as they come and varied. */
export const valuesToTry = (params: ParamSpecs): readonly ParamValues[] =>
  [{}, ...variationsOf(params)].map((values) => ({ ...defaultsOf(params), ...values }));
