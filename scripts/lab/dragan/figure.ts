/** The gradient norm at the data and the Inception score, without and with DRAGAN's penalty, as an SVG. */
import { type DraganRun, hasCollapsed, type Penalty } from './experiment.ts';

const PANEL = { width: 330, height: 170 } as const;
const MARGIN = { left: 64, top: 64, between: 44, bottom: 44, right: 16 } as const;
const COLOURS = { collapsed: '#d9480f', healthy: '#1c7ed6' } as const;
const COLUMNS: readonly { readonly penalty: Penalty; readonly title: string }[] = [
  { penalty: 'none', title: 'GAN' },
  { penalty: 'dragan', title: 'the same with DRAGAN’s penalty' },
];

interface Row {
  readonly label: string;
  readonly ticks: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly log: boolean;
  points(run: DraganRun): readonly (readonly [step: number, value: number])[];
}

const ROWS: readonly Row[] = [
  {
    label: 'gradient norm at the data',
    ticks: [0.1, 1, 10, 100],
    from: 0.05,
    to: 120,
    log: true,
    points: ({ trace, steps }) => trace.map((value, i) => [((i + 0.1) / trace.length) * steps, value]),
  },
  {
    label: 'Inception score',
    ticks: [1, 2, 3, 4],
    from: 1,
    to: 4,
    log: false,
    points: ({ moments }) => moments.map(({ step, inceptionScore }) => [step, inceptionScore]),
  },
];

const text = (x: number, y: number, content: string, more = '') => `<text x="${x}" y="${y}" ${more}>${content}</text>`;

function panel(row: Row, runs: readonly DraganRun[], left: number, top: number): string {
  const { width, height } = PANEL;
  const steps = Math.max(...runs.map((run) => run.steps));
  const scaled = (value: number) => (row.log ? Math.log(value) : value);
  const [from, to] = [scaled(row.from), scaled(row.to)];
  const x = (step: number) => left + (step / steps) * width;
  const y = (value: number) => {
    const share = (scaled(Math.max(value, row.from)) - from) / (to - from);
    return top + height - Math.min(1, share) * height;
  };
  const ticks = row.ticks.map(
    (tick) =>
      `<line x1="${left}" x2="${left + width}" y1="${y(tick)}" y2="${y(tick)}" stroke="#e3e3e6"/>` +
      text(left - 8, y(tick) + 4, String(tick), 'text-anchor="end"'),
  );
  const below = [0, steps / 2, steps].map((step) =>
    text(x(step), top + height + 18, String(step), 'text-anchor="middle"'),
  );
  const lines = runs.map((run) => {
    const points = row.points(run).map(([step, value]) => `${x(step).toFixed(1)},${y(value).toFixed(1)}`);
    const colour = hasCollapsed(run) ? COLOURS.collapsed : COLOURS.healthy;
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-opacity=".75" stroke-width="1.3"/>`;
  });
  const frame = `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="#9a9aa2"/>`;
  return [...ticks, ...below, ...lines, frame].join('\n');
}

export function figureOf(runs: readonly DraganRun[]): string {
  const width = MARGIN.left + 2 * PANEL.width + MARGIN.between + MARGIN.right;
  const height = MARGIN.top + 2 * PANEL.height + MARGIN.between + MARGIN.bottom;
  const parts = COLUMNS.flatMap(({ penalty, title }, column) => {
    const left = MARGIN.left + column * (PANEL.width + MARGIN.between);
    const own = runs.filter((run) => run.penalty === penalty);
    const collapsed = own.filter(hasCollapsed).length;
    return [
      text(left, 24, title, 'font-weight="600" font-size="15"'),
      text(left, 44, `${collapsed} of ${own.length} runs collapsed`, `fill="${COLOURS.collapsed}"`),
      ...ROWS.map((row, i) => {
        const top = MARGIN.top + i * (PANEL.height + MARGIN.between);
        const label = text(left + 8, top + 16, row.label, 'fill="#55555e"');
        return `${panel(row, own, left, top)}\n${label}`;
      }),
    ];
  });
  const step = text(width / 2, height - 8, 'step', 'text-anchor="middle"');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    step,
    '</svg>\n',
  ].join('\n');
}
