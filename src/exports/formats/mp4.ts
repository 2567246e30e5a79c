/** The run's way as a film, where the browser can encode one. */

import { ArrayBufferTarget, Muxer } from 'mp4-muxer';
import { badConfig } from '../../core/errors.ts';
import { blankPicture, lay, type Picture } from '../../picture/picture.ts';
import type { About, Make } from '../exporter.ts';
import { momentsOf } from '../frames.ts';

/** Pixels of width, about: twice the GIF's, as a film is shown large. */
const SIDE = 960;
const BITRATE = 6_000_000;
/** Microseconds of each picture, and of the last. */
const EACH_US = 150_000;
const LAST_US = 2_000_000;
/** The most widely played first. */
const CODECS = [
  { codec: 'avc1.640028', container: 'avc' },
  { codec: 'vp09.00.40.08', container: 'vp9' },
  { codec: 'av01.0.08M.08', container: 'av1' },
] as const;

export const about: About = {
  id: 'mp4',
  subject: 'picture',
  suffix: '.mp4',
  type: 'video/mp4',
  suits: () => 'VideoEncoder' in globalThis,
};

/** Films have an even number of pixels each way. */
function even(picture: Picture): Picture {
  if (picture.width % 2 === 0 && picture.height % 2 === 0) return picture;
  const sheet = blankPicture(picture.width + (picture.width % 2), picture.height + (picture.height % 2));
  lay(sheet, picture, 0, 0);
  return sheet;
}

async function chooseCodec(width: number, height: number) {
  for (const { codec, container } of CODECS) {
    const config: VideoEncoderConfig = { codec, width, height, bitrate: BITRATE };
    if ((await VideoEncoder.isConfigSupported(config)).supported) return { config, container };
  }
  throw badConfig({ code: 'export.noCodec' });
}

export const make: Make = async (source) => {
  const pictures = momentsOf(source, SIDE).map(({ picture }) => even(picture));
  const [first] = pictures;
  if (!first) throw badConfig({ code: 'export.noPicture' });
  const { width, height } = first;
  const { config, container } = await chooseCodec(width, height);
  const target = new ArrayBufferTarget();
  const muxer = new Muxer({ target, video: { codec: container, width, height }, fastStart: 'in-memory' });
  let failure: Error | null = null;
  const encoder = new VideoEncoder({
    output: (chunk, meta) => muxer.addVideoChunk(chunk, meta),
    error: (error) => {
      failure = error;
    },
  });
  encoder.configure(config);
  for (const [i, { data }] of pictures.entries()) {
    const frame = new VideoFrame(data, {
      ...{ format: 'RGBX', codedWidth: width, codedHeight: height },
      timestamp: i * EACH_US,
      duration: i === pictures.length - 1 ? LAST_US : EACH_US,
    });
    encoder.encode(frame, { keyFrame: i % 10 === 0 });
    frame.close();
  }
  await encoder.flush();
  encoder.close();
  if (failure) throw failure;
  muxer.finalize();
  return new Uint8Array(target.buffer);
};
