import { decode } from 'fast-png';
import protobuf from 'protobufjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { crc32c } from '../events/records.ts';
import type { ExportSource } from '../exporter.ts';
import { makeExport } from '../makers.ts';
import { trainRun } from '../testing/source.ts';

/** Of TensorFlow's event.proto and summary.proto, as published, the messages that are used. */
const { root } = protobuf.parse(
  `syntax = "proto3";
  package tensorflow;
  message Event {
    double wall_time = 1;
    int64 step = 2;
    oneof what { string file_version = 3; bytes graph_def = 4; Summary summary = 5; }
  }
  message Summary {
    message Image { int32 height = 1; int32 width = 2; int32 colorspace = 3; bytes encoded_image_string = 4; }
    message Value {
      string tag = 1;
      oneof value { float simple_value = 2; Image image = 4; }
    }
    repeated Value value = 1;
  }`,
  { keepCase: true },
);

interface EventObject {
  readonly step: number;
  readonly file_version?: string;
  readonly summary?: {
    readonly value: readonly {
      readonly tag: string;
      readonly simple_value?: number;
      readonly image?: Record<'height' | 'width' | 'colorspace', number> & { encoded_image_string: Uint8Array };
    }[];
  };
}

/** The events behind their lengths, whose checksums are compared on the way. */
function eventsOf(file: Uint8Array): readonly EventObject[] {
  const type = root.lookupType('tensorflow.Event');
  const view = new DataView(file.buffer, file.byteOffset);
  const checked = (begin: number, end: number): Uint8Array => {
    const bytes = file.subarray(begin, end);
    const [sum, masked] = [crc32c(bytes), (view.getUint32(end, true) - 0xa282ead8) >>> 0];
    expect(((masked << 15) | (masked >>> 17)) >>> 0).toBe(sum);
    return bytes;
  };
  const events: EventObject[] = [];
  for (let at = 0; at < file.length; ) {
    checked(at, at + 8);
    const length = Number(view.getBigUint64(at, true));
    const message = type.decode(checked(at + 12, at + 12 + length));
    events.push(type.toObject(message, { longs: Number, defaults: true }) as EventObject);
    at += length + 16;
  }
  return events;
}

it.each([
  ['32 bytes of zeros', new Uint8Array(32), 0x8a9136aa],
  ['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ['32 incrementing bytes', Uint8Array.from({ length: 32 }, (_, i) => i), 0x46dd794e],
  ['the digits', new TextEncoder().encode('123456789'), 0xe3069283],
])('the checksum of %s is that of RFC 3720', (_, bytes, sum) => expect(crc32c(bytes)).toBe(sum));

describe.each([
  { recipe: 'cgan', data: 'mnist' },
  { recipe: 'dcgan', data: 'colour-digits' },
  { recipe: 'gan', data: 'ring' },
])('the event file of $recipe on $data', (run) => {
  let source: ExportSource;
  let file: Uint8Array;
  const events = () => eventsOf(file);
  beforeAll(async () => {
    const trained = await trainRun({ ...run, steps: 2 });
    trained.training.dispose();
    source = trained.source;
    file = (await makeExport('tensorboard', source)) as Uint8Array;
  });
  const valuesOf = (tag: string) =>
    events().flatMap(({ step, summary }) =>
      (summary?.value ?? []).filter((of) => of.tag === tag).map((of) => ({ step, of })),
    );

  it('begins with its version', () => expect(events()[0]?.file_version).toBe('brain.Event:2'));

  it('has every number that was measured, at its step', () => {
    const tags = new Set(
      events()
        .flatMap(({ summary }) => summary?.value ?? [])
        .map(({ tag }) => tag),
    );
    for (const [name, column] of source.log.columns) {
      const expected = [...source.log.steps].map((step, row) => ({ step, value: column[row] as number }));
      const measured = expected.filter(({ value }) => !Number.isNaN(value));
      expect(valuesOf(`training/${name}`).map(({ step, of }) => ({ step, value: of.simple_value }))).toEqual(measured);
      expect(tags.has(`training/${name}`)).toBe(measured.length > 0);
    }
    expect(tags).toContain('training/lossG');
  });

  it('has a picture of each frame, whose size is what it says', () => {
    const pictures = valuesOf(source.data.kind === 'image' ? 'samples/generated' : 'samples/plane');
    expect(pictures.map(({ step }) => step)).toEqual([0, 1, 2]);
    for (const { of } of pictures) {
      const { width, height, channels } = decode(of.image?.encoded_image_string as Uint8Array);
      expect(of.image).toMatchObject({ width, height, colorspace: channels });
    }
  });
});
