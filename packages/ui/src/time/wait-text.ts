/** A wait for people, in the two units that matter: `12 s`, `4 min 30 s`, `3 h 5 min`. */
export function waitText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return both(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  // Minutes are rounded up: whoever comes back then is not refused once more.
  const minutes = Math.ceil(seconds / 60);
  return both(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

function both(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
