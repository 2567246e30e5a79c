/** What is needed of a `Blob`, where neither side's globals are known. */
export interface FileLike {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  slice(begin: number, end: number): FileLike;
}
