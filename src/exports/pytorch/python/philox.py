"""The playground's random numbers, as far as a run's labelled examples are chosen by them: Philox 4x32-10.

Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3".
"""


def hashed(name):
    """FNV-1a"""
    value = 0x811C9DC5
    for letter in name.encode():
        value = (value ^ letter) * 0x01000193 & 0xFFFFFFFF
    return value


def philox(key, block):
    """Four words of 32 bits."""
    a, b, c, d = block & 0xFFFFFFFF, block >> 32, 0, 0
    k, l = key
    for _ in range(10):
        first, second = 0xD2511F53 * a, 0xCD9E8D57 * c
        a, b, c, d = (second >> 32) ^ b ^ k, second & 0xFFFFFFFF, (first >> 32) ^ d ^ l, first & 0xFFFFFFFF
        k, l = (k + 0x9E3779B9) & 0xFFFFFFFF, (l + 0xBB67AE85) & 0xFFFFFFFF
    return a, b, c, d


class Stream:
    """The sequence of a name in a run with this seed."""

    def __init__(self, seed, name):
        self.key, self.block = (seed, hashed(name)), 0

    def permutation(self, count):
        """Fisher and Yates"""
        order = list(range(count))
        words = []
        while len(words) < count - 1:
            words += philox(self.key, self.block)
            self.block += 1
        for i, word in zip(range(count - 1, 0, -1), words):
            j = word * (i + 1) >> 32
            order[i], order[j] = order[j], order[i]
        return order
