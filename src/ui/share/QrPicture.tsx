import type { Qr } from './qr.ts';

/** Dark on light in any colours: phones read no other. */
export function QrPicture({ qr: { size, path }, label }: { readonly qr: Qr; readonly label: string }) {
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
