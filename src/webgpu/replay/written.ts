/** A program in WGSL: its modules, where everything lies, and what is written once. */
import { ROWS } from '../../program/kinds.ts';
import type { Rows } from '../../program/law.ts';
import { wavesOf } from '../../program/passes/waves.ts';
import type { Program } from '../../program/program.ts';
import { changedIn } from '../../program/versions.ts';
import { familyOf } from './families.ts';
import type { Writing } from './kernel.ts';
import { layOut } from './layout.ts';
import { type Module, writeModule } from './modules.ts';
import { prepared } from './prepare.ts';
import { subgroupOf } from './subgroups.ts';
import { Unwritable } from './subject.ts';
import { fits } from './table.ts';

/** Operations of a wave at most: all of a module's share its registers. */
const MOST = 24;

/** What is written of a program before the device is asked for anything. */
export interface Written {
  readonly modules: readonly Module[];
  readonly layout: ReturnType<typeof layOut>;
  /** What is written once, behind what each step makes. */
  readonly tables: readonly number[];
  readonly program: Program;
  /** What is read of a table; all of it is in one. */
  readonly rows: Rows | null;
}

/** One table at most, and one that the device has room for. */
function inOneTable(device: GPUDevice): (rows: Rows) => boolean {
  let bytes: Uint8Array | null = null;
  return (rows) => {
    if (fits(rows, device)) bytes ??= rows.bytes;
    return bytes === rows.bytes;
  };
}

/**
 * @param stateOffsets words of each state, by its place
 * @throws Unwritable where there is no WGSL for an operation
 */
export function writeProgram(
  recorded: Program,
  stateOffsets: readonly number[],
  device: GPUDevice,
  family = familyOf(device),
): Written {
  const program = prepared(recorded, inOneTable(device));
  if (program.stores.length > 0) throw new Unwritable('State takes over the numbers of other state.');
  const waves = wavesOf(program, MOST);
  const layout = layOut(program, waves, stateOffsets);
  const tables: number[] = [];
  const writing: Writing = {
    program,
    slots: program.slots,
    addresses: layout.addresses,
    changed: changedIn(program),
    dials: layout.dials,
    family,
    subgroup: subgroupOf(device),
    tables: {
      add(words) {
        for (const word of words) tables.push(word);
        return layout.words + tables.length - words.length;
      },
    },
  };
  const rows = program.operations.find(({ kernel }) => kernel === ROWS)?.attrs.rows as Rows | undefined;
  return { program, layout, modules: waves.map((wave) => writeModule(wave, writing)), tables, rows: rows ?? null };
}
