/** Elementwise kernels of tfjs as expressions in WGSL. */
import type { ElementType } from '../../program/program.ts';

/** An expression with what it gives. */
export interface Expression {
  readonly code: string;
  readonly type: ElementType;
}

type Write = (args: readonly Expression[], attrs: Readonly<Record<string, unknown>>) => string | null;

/** A number as WGSL has it. @throws Error where WGSL cannot say it */
export function literal(value: number, type: ElementType = 'float32'): string {
  if (!Number.isFinite(value)) throw new Error('WGSL has no literal for what is not finite.');
  switch (type) {
    case 'float32': {
      const text = String(Math.fround(value));
      const written = /[.e]/.test(text) ? `${text}f` : `${text}.0f`;
      return value < 0 ? `(${written})` : written;
    }
    case 'int32':
      return `i32(${Math.trunc(value)})`;
    case 'bool':
      return value === 0 ? 'false' : 'true';
    default:
      return type satisfies never;
  }
}

/** The same number as another type. */
export function cast({ code, type }: Expression, to: ElementType): string {
  if (type === to) return code;
  const names = { float32: 'f32', int32: 'i32', bool: 'bool' } as const;
  return `${names[to]}(${code})`;
}

const number = (attrs: Readonly<Record<string, unknown>>, name: string): string => literal(Number(attrs[name]));

const unary =
  (write: (x: string, attrs: Readonly<Record<string, unknown>>) => string): Write =>
  ([x], attrs) =>
    x ? write(x.code, attrs) : null;

const binary =
  (write: (a: string, b: string) => string): Write =>
  ([a, b]) =>
    a && b ? write(a.code, b.code) : null;

const infix = (sign: string): Write => binary((a, b) => `(${a} ${sign} ${b})`);

/** As tfjs computes them, also far from zero, where the straight formula overflows. */
const TANH = (x: string): string => `(sign(${x}) * (1.0 - exp(-2.0 * abs(${x}))) / (1.0 + exp(-2.0 * abs(${x}))))`;
const SOFTPLUS = (x: string): string =>
  `select(select(log(1.0 + exp(${x})), exp(${x}), ${x} < -13.942385), ${x}, ${x} > 13.942385)`;
const SIGMOID = (x: string): string => `(1.0 / (1.0 + exp(-${x})))`;
const LEAKY = (x: string, slope: string): string => `select(${x}, ${slope} * ${x}, ${x} < 0.0)`;
const RELU = (x: string): string => `select(${x}, 0.0, ${x} < 0.0)`;
const ELU = (x: string): string => `select(exp(${x}) - 1.0, ${x}, ${x} >= 0.0)`;

const KERNELS: Readonly<Record<string, Write>> = {
  Abs: unary((x) => `abs(${x})`),
  ClipByValue: unary((x, attrs) => `clamp(${x}, ${number(attrs, 'clipValueMin')}, ${number(attrs, 'clipValueMax')})`),
  Cos: unary((x) => `cos(${x})`),
  Elu: unary(ELU),
  Exp: unary((x) => `exp(${x})`),
  Expm1: unary((x) => `(exp(${x}) - 1.0)`),
  LeakyRelu: unary((x, attrs) => LEAKY(x, number(attrs, 'alpha'))),
  Log: unary((x) => `log(${x})`),
  Log1p: unary((x) => `log(1.0 + ${x})`),
  LogicalNot: unary((x) => `!${x}`),
  Neg: unary((x) => `(-${x})`),
  Reciprocal: unary((x) => `(1.0 / ${x})`),
  Relu: unary(RELU),
  Relu6: unary((x) => `clamp(${x}, 0.0, 6.0)`),
  Rsqrt: unary((x) => `inverseSqrt(${x})`),
  Sigmoid: unary(SIGMOID),
  Sign: unary((x) => `sign(${x})`),
  Sin: unary((x) => `sin(${x})`),
  Softplus: unary(SOFTPLUS),
  Sqrt: unary((x) => `sqrt(${x})`),
  Square: unary((x) => `(${x} * ${x})`),
  Step: unary((x, attrs) => `select(${number(attrs, 'alpha')}, 1.0, ${x} > 0.0)`),
  Tanh: unary(TANH),
  Add: infix('+'),
  Sub: infix('-'),
  Multiply: infix('*'),
  RealDiv: infix('/'),
  Greater: infix('>'),
  GreaterEqual: infix('>='),
  Less: infix('<'),
  LessEqual: infix('<='),
  Equal: infix('=='),
  NotEqual: infix('!='),
  LogicalAnd: infix('&&'),
  LogicalOr: infix('||'),
  Maximum: binary((a, b) => `max(${a}, ${b})`),
  Minimum: binary((a, b) => `min(${a}, ${b})`),
  SquaredDifference: binary((a, b) => `((${a} - ${b}) * (${a} - ${b}))`),
  DivNoNan: binary((a, b) => `select(${a} / ${b}, 0.0, ${b} == 0.0)`),
  Prelu: binary((x, slope) => LEAKY(x, slope)),
  EluGrad: binary((dy, y) => `select(${dy} * (${y} + 1.0), ${dy}, ${y} >= 0.0)`),
  Select: ([condition, yes, no]) =>
    condition && yes && no ? `select(${no.code}, ${yes.code}, ${condition.code})` : null,
  AddN: (all) => `(${all.map(({ code }) => code).join(' + ')})`,
};

/** Kernels that leave their input as it is. */
const SAME: ReadonlySet<string> = new Set(['Identity', 'Reshape', 'ExpandDims']);

const LOGICAL: ReadonlySet<string> = new Set(['LogicalAnd', 'LogicalOr', 'LogicalNot']);
const COMPARING: ReadonlySet<string> = new Set(['Greater', 'GreaterEqual', 'Less', 'LessEqual', 'Equal', 'NotEqual']);

/**
 * What a kernel takes its inputs for: tfjs gives a tensor another type without touching its numbers, so they may be kept
 * as another.
 */
function typesTaken(kernel: string, args: readonly Expression[], type: ElementType): readonly ElementType[] {
  if (LOGICAL.has(kernel)) return args.map(() => 'bool');
  if (kernel === 'Select') return ['bool', type, type];
  const isFloat = args.some((arg) => arg.type === 'float32');
  return args.map(() => (COMPARING.has(kernel) ? (isFloat ? 'float32' : 'int32') : type));
}

/** @returns null where there is no such expression */
export function elementwise(
  kernel: string,
  given: readonly Expression[],
  attrs: Readonly<Record<string, unknown>>,
  type: ElementType,
): string | null {
  const [first] = given;
  if (SAME.has(kernel) || kernel === 'Cast') return first ? cast(first, type) : null;
  if (kernel === 'ZerosLike') return literal(0, type);
  if (kernel === 'OnesLike') return literal(1, type);
  const types = typesTaken(kernel, given, type);
  const args = given.map((arg, i) => ({ code: cast(arg, types[i] as ElementType), type: types[i] as ElementType }));
  return KERNELS[kernel]?.(args, attrs) ?? null;
}

/** The activation that a product applies to what it has computed. @returns null where there is none of this name */
export function activated(x: string, activation: unknown, slope: unknown): string | null {
  switch (activation ?? 'linear') {
    case 'linear':
      return x;
    case 'relu':
      return RELU(x);
    case 'leakyrelu':
      return LEAKY(x, literal(Number(slope)));
    case 'relu6':
      return `clamp(${x}, 0.0, 6.0)`;
    case 'sigmoid':
      return SIGMOID(x);
    case 'elu':
      return ELU(x);
    default:
      return null;
  }
}
