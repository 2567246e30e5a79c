import type { DataSetInfo } from '../../core/dataSet.ts';

/** Every file beside this one that exports `info`. */
const files = import.meta.glob<DataSetInfo>(['./*.ts', '!./index.ts', '!./*.test.ts'], { import: 'info', eager: true });

export const dataSets: readonly DataSetInfo[] = Object.values(files);

export const findDataSet = (id: string): DataSetInfo | undefined => dataSets.find((set) => set.id === id);
