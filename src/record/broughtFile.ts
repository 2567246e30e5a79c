/** What files of sets that a person brought have in common. */
import * as v from 'valibot';
import { badConfig, type EngineError } from '../core/errors.ts';
import type { FileLike } from '../core/file.ts';
import type { TensorFault } from '../core/problems/keep.ts';
import { type Layout, layoutOf } from './layout.ts';

export const bad = (fault: TensorFault): EngineError => badConfig({ code: 'images.bad', fault });

/** @throws EngineError `bad-config` for a file of another format, or of none */
export async function layoutAs(file: FileLike, format: string): Promise<Layout> {
  const layout = await layoutOf(file, bad);
  if (layout.metadata.format !== format) throw bad({ code: 'tensors.format', format });
  return layout;
}

/** What the file says about itself. @throws EngineError `bad-config` where it says something else */
export function aboutIn<Output>({ metadata }: Layout, schema: v.GenericSchema<unknown, Output>): Output {
  try {
    return v.parse(schema, JSON.parse(metadata.about ?? ''));
  } catch {
    throw bad({ code: 'tensors.metadataJson' });
  }
}
