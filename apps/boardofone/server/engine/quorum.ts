interface Weighed {
  id: string;
  baseWeight: string;
}

/** How many seats have to vote: more than half. */
export const quorumOf = (seats: number): number => Math.floor(seats / 2) + 1;

/** Whether enough of a panel is left without these seats: more than half of them, with two thirds of the base weight. */
export function hasQuorum(panel: readonly Weighed[], silent: readonly string[]): boolean {
  const left = panel.filter(({ id }) => !silent.includes(id));
  return left.length >= quorumOf(panel.length) && 3 * weightOf(left) >= 2 * weightOf(panel);
}

const weightOf = (seats: readonly Weighed[]): number =>
  seats.reduce((sum, { baseWeight }) => sum + Number(baseWeight), 0);
