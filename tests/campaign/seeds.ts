/** The seed of a case: 32 bits, unsigned, and different for every index below 2³² of one base seed. */
export function caseSeed(base: number, index: number): number {
  // splitmix32: the odd stride visits every 32-bit value once, and each of the mixing steps can be undone.
  let mixed = (base + Math.imul(index, 0x9e3779b9)) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** A base seed that belongs to a suite's name for good (FNV-1a). */
export function fixedSeed(suite: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(suite)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
