/** Never rounded up to everything, nor down to nothing. */
export function percent(rate: number): string {
  const whole = Math.round(rate * 100);
  if (whole === 100 && rate < 1) return '99 %';
  if (whole === 0 && rate > 0) return '1 %';
  return `${whole} %`;
}
