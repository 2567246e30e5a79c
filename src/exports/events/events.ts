/** A TensorBoard event file: `Event` messages (event.proto, summary.proto), each as a record of TensorFlow's. */
import { PbfWriter } from 'pbf';
import { frameRecords } from './records.ts';

export interface Picture {
  readonly height: number;
  readonly width: number;
  /** Channels: 1 grey, 3 RGB, 4 RGBA; TensorBoard's “colorspace”. */
  readonly channels: number;
  readonly png: Uint8Array;
}

/** What was found at one step, under a tag each; TensorBoard groups tags by what stands before the slash. */
export interface StepEvent {
  readonly step: number;
  readonly values: readonly {
    readonly tag: string;
    readonly value: number | Picture;
  }[];
}

type TaggedValue = StepEvent['values'][number];

function writeImage({ height, width, channels, png }: Picture, pbf: PbfWriter): void {
  pbf.writeVarintField(1, height);
  pbf.writeVarintField(2, width);
  pbf.writeVarintField(3, channels);
  pbf.writeBytesField(4, png);
}

function writeTagged({ tag, value }: TaggedValue, pbf: PbfWriter): void {
  pbf.writeStringField(1, tag);
  if (typeof value === 'number') pbf.writeFloatField(2, value);
  else pbf.writeMessage(4, writeImage, value);
}

function writeSummary(values: readonly TaggedValue[], pbf: PbfWriter): void {
  for (const value of values) pbf.writeMessage(1, writeTagged, value);
}

function encodeEvent(wallTime: number, step: number, write: (pbf: PbfWriter) => void): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeDoubleField(1, wallTime);
  pbf.writeVarintField(2, step);
  write(pbf);
  return pbf.finish();
}

/**
 * @param wallTime seconds since 1970, the same for all events
 * @param events of rising steps for each tag
 */
export function encodeEvents(wallTime: number, events: readonly StepEvent[]): Uint8Array<ArrayBuffer> {
  return frameRecords([
    encodeEvent(wallTime, 0, (pbf) => pbf.writeStringField(3, 'brain.Event:2')),
    ...events.map(({ step, values }) =>
      encodeEvent(wallTime, step, (pbf) => pbf.writeMessage(5, writeSummary, values)),
    ),
  ]);
}
