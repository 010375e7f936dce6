/** The same items in an order that depends on the seed alone. */
export function seededOrder<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, index) => ({ item, key: mixed(seed * 7919 + index) }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

/** Neighbouring numbers far apart, by the finaliser of MurmurHash3. */
function mixed(number: number): number {
  let bits = number | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
