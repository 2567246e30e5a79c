/** Files that were chosen or dropped, with their paths in the folders they came in. */
import type { BroughtFile } from '../../core/dataSet.ts';

export const chosenFiles = (files: FileList): readonly BroughtFile[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, blob: file }));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** The browser hands out a folder in parts; an empty one is the last. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return entries;
    entries.push(...part);
  }
}

async function filesIn(entry: FileSystemEntry): Promise<readonly BroughtFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) return [{ path, blob: await fileOf(entry as FileSystemFileEntry) }];
  const found: BroughtFile[] = [];
  for (const inner of await entriesIn(entry as FileSystemDirectoryEntry)) found.push(...(await filesIn(inner)));
  return found;
}

/** Must be called while the drop is handled: afterwards the browser no longer tells. */
export function droppedFiles(items: DataTransferItemList): Promise<readonly BroughtFile[]> {
  const lists = Array.from(items, (item) => {
    const entry = item.webkitGetAsEntry();
    if (entry) return filesIn(entry);
    const file = item.getAsFile();
    return file ? [{ path: file.name, blob: file }] : [];
  });
  return Promise.all(lists).then((found) => found.flat());
}
