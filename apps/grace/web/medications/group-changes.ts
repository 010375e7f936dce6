/** What became of one medicine, as a list tells it. */
interface TellableChange {
  medicationName: string;
  /** Day, deed and reason as they are written. */
  day: string;
  words: string;
}

/** One line for what happened to several medicines alike, such as a move to another time zone; the lines keep their order. */
export function groupChanges(
  changes: readonly TellableChange[],
): { day: string; words: string; names: string[] }[] {
  const groups = Map.groupBy(changes, ({ day, words }) => `${day} ${words}`);
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const names = [...new Set(alike.map(({ medicationName }) => medicationName))];
    return [{ day: first.day, words: first.words, names: names.toSorted((a, b) => a.localeCompare(b)) }];
  });
}
