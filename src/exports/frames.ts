/** The pictures of a run's way, as those who make files of several need them. */
import { badConfig } from '../core/errors.ts';
import type { SampleView } from '../core/views.ts';
import { eachLetterPixel, LETTER_HEIGHT, textWidth } from '../picture/lettering.ts';
import { paintView, planePicture } from '../picture/paintView.ts';
import { blankPicture, enlarged, lay, type Picture } from '../picture/picture.ts';
import type { ExportSource } from './exporter.ts';

export interface Moment {
  readonly step: number;
  readonly picture: Picture;
}

/** @throws EngineError `bad-config` where the record has no picture */
function newestOf({ log }: Pick<ExportSource, 'log'>): SampleView {
  const view = log.frames.at(-1);
  if (!view) throw badConfig({ code: 'export.noPicture' });
  return view;
}

/** The picture that is looked at. @throws EngineError `bad-config` where the record has none */
export function lookedAt({ log, looked }: Pick<ExportSource, 'log' | 'looked'>): SampleView {
  return log.frames.find(({ step }) => step === looked) ?? newestOf({ log });
}

/** Once as large is 300 pixels for a plane; images are so many pixels as they have. */
function pictureOf(view: SampleView, side: number): Picture {
  switch (view.kind) {
    case 'images': {
      const picture = paintView(view);
      return enlarged(picture, Math.max(1, Math.round(side / picture.width)));
    }
    case 'plane':
      return planePicture(view, side);
    default:
      return view satisfies never;
  }
}

/** Letters are so many pixels a dot, and stand so far from the picture. */
const DOT = 2;
const ROOM = 6;
/** Grey, so that pictures of grey digits stay grey. */
const INK = [34, 34, 34] as const;

/** A line of text under a picture, in the middle. */
function captioned(picture: Picture, text: string): Picture {
  const sheet = blankPicture(picture.width, picture.height + LETTER_HEIGHT * DOT + 2 * ROOM);
  lay(sheet, picture, 0, 0);
  const left = Math.round((picture.width - textWidth(text, DOT)) / 2);
  eachLetterPixel(text, DOT, (x, y) => sheet.data.set(INK, ((picture.height + ROOM + y) * sheet.width + left + x) * 4));
  return sheet;
}

/**
 * Every picture that is kept, oldest first, all of one size, its step below each.
 *
 * @param side pixels of width that each comes near to
 * @param most pictures; of more, some of those between the first and the last are left out, evenly
 * @throws EngineError `bad-config` where the record has no picture
 */
export function momentsOf(
  source: Pick<ExportSource, 'log'>,
  side: number,
  most = Number.POSITIVE_INFINITY,
): readonly Moment[] {
  const last = newestOf(source);
  // Another class was looked at in between: such pictures show something else.
  const frames = source.log.frames.filter((view) => view.kind !== last.kind || classesOf(view) === classesOf(last));
  const count = Math.min(most, frames.length);
  const chosen = Array.from(
    { length: count },
    (_, i) => frames[count === 1 ? frames.length - 1 : Math.round((i * (frames.length - 1)) / (count - 1))],
  );
  return chosen.flatMap((view) =>
    view ? [{ step: view.step, picture: captioned(pictureOf(view, side), `step ${view.step}`) }] : [],
  );
}

const classesOf = (view: SampleView): string => (view.kind === 'images' ? String(view.classes) : '');
