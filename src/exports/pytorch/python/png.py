"""Pictures as PNG files, with nothing but zlib."""
import struct
import zlib


def write_png(path, pixels):
    """Bytes, [height, width, 1] grey or [height, width, 3] in colour."""
    height, width, channels = pixels.shape

    def chunk(kind, content):
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    rows = pixels.reshape(height, width * channels).tolist()
    raw = b"".join(b"\0" + bytes(row) for row in rows)  # each row without a filter
    header = struct.pack(">IIBBBBB", width, height, 8, 0 if channels == 1 else 2, 0, 0, 0)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b""))
