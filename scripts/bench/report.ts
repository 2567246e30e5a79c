/** The benchmark's figures as Markdown. */
import { CASE_TITLES } from './cases.ts';
import type { Machine } from './machine.ts';
import type { CaseResult, Cell } from './measure.ts';
import type { Answers, CaseName } from './protocol.ts';

export interface BenchResult {
  readonly command: string;
  readonly date: string;
  readonly machine: Machine;
  /** Multiplies every layer's width; 1 for the real networks. */
  readonly width: number;
  /** By name, what each contender says it runs on. */
  readonly devices: Readonly<Record<string, string>>;
  /** The contender that others are compared with. */
  readonly reference: string;
  readonly cases: readonly CaseResult[];
  /** GFLOP/s by contender, then by product. */
  readonly products: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The best product of `floorOf`. */
  readonly peak: number;
  /** The contender whose floor and profile are told. */
  readonly floorOf: string;
  readonly profiles: readonly ({ readonly name: CaseName; readonly batch: number } & Answers['profile'])[];
}

const TOP_KERNELS = 12;
/** Below this share of our own peak, the reference's products are held to be slower than they could be. */
const SLOW_SHARE = 0.25;

/** Three significant digits, and no exponent. */
export const formatNumber = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(value >= 10 ? 3 : 2)));

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Median (min–max) in milliseconds, and the ratio to the reference's median. */
export function formatCell(cell: Cell | undefined, reference: Cell | undefined): string {
  if (!cell) return '';
  if (cell.kind === 'absent') return cell.why.replaceAll('|', '/');
  const ratio =
    reference?.kind === 'measured' && reference !== cell ? `; ${formatNumber(cell.median / reference.median)} ×` : '';
  return cell.kind === 'estimated'
    ? `≈ ${formatNumber(cell.median)}, estimated from ${cell.from}${ratio}`
    : `${formatNumber(cell.median)} (${formatNumber(cell.min)}–${formatNumber(cell.max)})${ratio}`;
}

/** Contenders that fail everywhere for one reason are told once, not in every cell. */
function caseTable({ batches }: CaseResult, reference: string): string {
  const names = Object.keys(batches[0]?.cells ?? {});
  const rows = names.map((name) => {
    const cells = batches.map((at) => at.cells[name]);
    const reasons = new Set(cells.map((cell) => (cell?.kind === 'absent' ? cell.why : null)));
    const [why] = reasons;
    if (reasons.size === 1 && why) return [name, why.replaceAll('|', '/'), ...batches.slice(1).map(() => '')];
    return [name, ...batches.map((at) => formatCell(at.cells[name], at.cells[reference]))];
  });
  return formatTable(['ms a step', ...batches.map(({ batch }) => `batch ${batch}`)], rows);
}

function floorLines({ batches }: CaseResult, floorOf: string, peak: number): string {
  const rows = batches.map(({ batch, flops, cells }) => {
    const floor = flops / peak / 1e6;
    const cell = cells[floorOf];
    const share = cell && cell.kind !== 'absent' ? `${Math.round((floor / cell.median) * 100)} %` : '';
    return [String(batch), formatNumber(flops / 1e9), formatNumber(floor), share];
  });
  return formatTable(['batch', 'GFLOP a step', 'floor, ms', `floor / ${floorOf}`], rows);
}

function productsTable(products: BenchResult['products']): string {
  const contenders = Object.keys(products);
  const names = [...new Set(contenders.flatMap((contender) => Object.keys(products[contender] ?? {})))];
  const rate = (contender: string, name: string) => {
    const value = products[contender]?.[name];
    return value === undefined ? '–' : formatNumber(value);
  };
  return formatTable(
    ['GFLOP/s', ...contenders],
    names.map((name) => [name, ...contenders.map((c) => rate(c, name))]),
  );
}

export function profileTable({ total, kernels }: Answers['profile']): string {
  const sorted = Object.entries(kernels).sort(([, a], [, b]) => b - a);
  const sum = (entries: readonly (readonly [string, number])[]) => entries.reduce((all, [, ms]) => all + ms, 0);
  const entries = [
    ...sorted.slice(0, TOP_KERNELS),
    ['other kernels', sum(sorted.slice(TOP_KERNELS))] as const,
    ['outside kernels: tape, random numbers, read-back', total - sum(sorted)] as const,
  ];
  const rows = entries.map(([name, ms]) => [name, formatNumber(ms), `${Math.round((ms / total) * 100)} %`]);
  return formatTable(['kernel', 'ms a step', 'share'], [...rows, ['all', formatNumber(total), '100 %']]);
}

/** Step times of every case. */
export function formatSteps(cases: readonly CaseResult[], reference: string): string {
  const reading =
    `Median (least–greatest), and the ratio of medians to ${reference}: below 1 is quicker. ` +
    'A step updates G and D; contenders take turns, a sample each.';
  const tables = cases.map((each) => {
    const table =
      each.batches.length > 0 ? caseTable(each, reference) : 'Not measured: the time was up before its turn.';
    return `### ${CASE_TITLES[each.name]}\n\n${table}`;
  });
  return [`## Steps\n\n${reading}`, ...tables].join('\n\n');
}

/** A reference much slower at products than it could be makes all ratios look good, so it is said. */
export function slowReference({ products, reference, peak }: BenchResult): string | null {
  const best = Math.max(...Object.values(products[reference] ?? {}));
  if (!Number.isFinite(best) || best > peak * SLOW_SHARE) return null;
  return (
    `**The ratios flatter:** ${reference} multiplies matrices at ${formatNumber(best)} GFLOP/s at most here, the sign ` +
    'of a BLAS that is not optimised. With a better one (Debian: libopenblas0-pthread) it would be quicker.'
  );
}

/** The tables alone, for the terminal and for the report. */
export function formatTables(result: BenchResult): string {
  const { cases, reference, floorOf, peak } = result;
  const floors = cases.map((each) => `### ${CASE_TITLES[each.name]}\n\n${floorLines(each, floorOf, peak)}`);
  const profiles = result.profiles.map((profile) => {
    return `### ${CASE_TITLES[profile.name]}, batch ${profile.batch}\n\n${profileTable(profile)}`;
  });
  const floorText =
    'The work that no step can do without, matrix products and convolutions, at the speed of the best product ' +
    `below: ${formatNumber(peak)} GFLOP/s. What is missing to 100 % is everything else.`;
  const warning = slowReference(result);
  return [
    ...(warning ? [warning] : []),
    formatSteps(cases, reference),
    `## Floors\n\n${floorText}`,
    ...floors,
    `## Products\n\nBest of many runs.\n\n${productsTable(result.products)}`,
    `## Where a step's time goes\n\n${floorOf}, by kernel, with a stopwatch around each.`,
    ...profiles,
  ].join('\n\n');
}

export function formatReport(result: BenchResult): string {
  const { machine, devices } = result;
  const width = result.width === 1 ? '' : `, all layers ${result.width} × as wide`;
  return `# Benchmark

Written by \`${result.command}\` on ${result.date}${width}.

- ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.platform}, Node ${machine.node}
${Object.entries(devices)
  .map(([name, device]) => `- ${name}: ${device}`)
  .join('\n')}

Machines differ, and so do their moods: compare the ratios, not the milliseconds.
How soon the default preset draws what it is asked for, in steps and seconds, is in [preset.md](preset.md); what the ratios
say about our aims, in [simd.md](simd.md#against-pytorch).

${formatTables(result)}
`;
}
