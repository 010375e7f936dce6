/**
 * Splits what has arrived into what PostgreSQL can keep now and what must wait: text columns hold neither NUL nor half a
 * character, and one outside the basic plane may have arrived by half.
 */
export function storable(arrived: string): { now: string; later: string } {
  const clean = arrived.replaceAll('\0', '');
  const last = clean.charCodeAt(clean.length - 1);
  const half = last >= 0xd800 && last <= 0xdbff;
  return half
    ? { now: clean.slice(0, -1).toWellFormed(), later: clean.slice(-1) }
    : { now: clean.toWellFormed(), later: '' };
}
