import { useCallback } from 'react';
import type { SlopePictures } from '../../core/inspection.ts';
import { PaintedCanvas } from '../components/PaintedCanvas.tsx';
import { paintSlopes, slopesHeight, slopesWidth } from './paintSlopes.ts';

interface SlopeCanvasProps {
  readonly pictures: SlopePictures;
  /** The slope that has the full colour. */
  readonly scale: number;
  readonly label: string;
  readonly className?: string | undefined;
}

/** ∂D/∂x in colour over several images. */
export function SlopeCanvas({ pictures, scale, label, className }: SlopeCanvasProps) {
  const paint = useCallback((data: Uint8ClampedArray) => paintSlopes(pictures, scale, data), [pictures, scale]);
  const [width, height] = [slopesWidth(pictures), slopesHeight(pictures)];
  return <PaintedCanvas width={width} height={height} label={label} paint={paint} className={className} />;
}
