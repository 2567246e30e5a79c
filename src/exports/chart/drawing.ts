/** A drawing in plain data: what there is to be drawn, whoever draws it. Colours are CSS colours, lengths pixels. */

interface PathMark {
  readonly kind: 'path';
  /** As SVG has it. */
  readonly d: string;
  readonly stroke?: string;
  readonly fill?: string;
  readonly width?: number;
  readonly opacity?: number;
  readonly dash?: string;
}

interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly colour: string;
  readonly bold?: true;
}

export type Mark = PathMark | TextMark;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif';
