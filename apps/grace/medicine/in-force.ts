interface Stretch {
  effectiveFrom: number;
  effectiveUntil?: number | undefined;
}

/** The version that holds at an instant. */
export function inForceAt<V extends Stretch>(versions: V[], instant: number): V | undefined {
  return versions.find(
    ({ effectiveFrom, effectiveUntil = Number.POSITIVE_INFINITY }) =>
      effectiveFrom <= instant && instant < effectiveUntil,
  );
}

/** Versions that take over later, one after the other. */
export function inForceLater<V extends Stretch>(versions: V[], instant: number): V[] {
  return versions.filter(
    ({ effectiveFrom, effectiveUntil = Number.POSITIVE_INFINITY }) =>
      effectiveFrom > instant && effectiveUntil > effectiveFrom,
  );
}

/**
 * What a schedule would ask for from an instant on if nobody had stopped it. Versions come in the order in which they were made:
 * each replaced everything from its beginning on.
 */
export function withoutStop<V extends Stretch>(made: V[], from: number): V[] {
  const kept: V[] = [];
  for (const version of made) {
    while ((kept.at(-1)?.effectiveFrom ?? Number.NEGATIVE_INFINITY) >= version.effectiveFrom) kept.pop();
    kept.push(version);
  }
  return kept
    .filter((_, index) => (kept[index + 1]?.effectiveFrom ?? Number.POSITIVE_INFINITY) > from)
    .map((version) => ({ ...version, effectiveFrom: Math.max(version.effectiveFrom, from) }));
}
