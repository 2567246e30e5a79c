import type { LineStyle } from '../../plot/series.ts';

/** A piece of the line itself. */
export function Swatch({ color, width, opacity, dash }: LineStyle) {
  return (
    <svg width="17" height="6" aria-hidden="true">
      <line
        x1="0"
        x2="17"
        y1="3"
        y2="3"
        stroke={color}
        strokeWidth={width + 0.5}
        strokeOpacity={opacity}
        strokeDasharray={dash}
      />
    </svg>
  );
}
