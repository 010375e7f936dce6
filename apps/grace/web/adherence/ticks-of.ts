/** As many as a phone has room for. */
const ticksMax = 5;

/** The labels that stand below bars: at even distances, counted back from the last one, which is today's. */
export function ticksOf(labels: readonly string[]): string[] {
  const step = Math.ceil(labels.length / ticksMax);
  return labels.filter((_, index) => (labels.length - 1 - index) % step === 0);
}
