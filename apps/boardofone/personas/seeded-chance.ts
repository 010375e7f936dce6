/** A number from 0 up to 1 that depends on nothing but its two words (FNV-1a). */
export function seededChance(seed: string, about: string): number {
  let hash = 0x811c9dc5;
  for (const unit of `${seed}\n${about}`) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  // The last bits of FNV are its best; stirring brings them to the front.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
