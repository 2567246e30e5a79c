import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { linePath } from './paths.ts';

/** A curve of another run, drawn over the same steps. */
export interface Beside {
  readonly label: string;
  readonly points: readonly { readonly step: number; readonly value: number }[];
}

export const BESIDE_STROKE = { stroke: 'var(--ink-soft)', strokeWidth: 1.5, strokeDasharray: '4 3' } as const;

export function BesideCurve({ points }: Beside) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const area = usePlotArea();
  if (!toX || !toY || !area) return null;
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const drawn = points
    .map(({ step, value }) => ({ x: toX(step) ?? null, y: toY(value) ?? null }))
    .filter(({ x, y }) => x !== null && y !== null && x <= right && y <= bottom);
  return <path d={linePath(drawn)} fill="none" {...BESIDE_STROKE} />;
}
