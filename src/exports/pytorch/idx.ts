import { python } from './python.ts';

/** Reads a file in MNIST's own format. */
export const READ_IDX = python`
  def read_idx(folder, name):
      """Bytes of an IDX file, plain or compressed: a magic number, the sizes, then the values."""
      path = Path(folder, name)
      content = path.read_bytes() if path.exists() else gzip.decompress(Path(folder, f"{name}.gz").read_bytes())
      sizes = struct.unpack_from(f">{content[3]}I", content, 4)
      return torch.frombuffer(bytearray(content), dtype=torch.uint8, offset=4 + 4 * len(sizes)).reshape(sizes)
`;

export const IDX_IMPORTS = ['import gzip', 'import struct', 'from pathlib import Path'];
