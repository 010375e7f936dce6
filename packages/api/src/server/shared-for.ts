/** Makes everybody who asks within `ms` share one run of `work`, however often it is asked for. */
export function sharedFor<Asked, T>(
  ms: number,
  work: (asked: Asked) => Promise<T>,
  now: () => number = () => performance.now(),
): (asked: Asked) => Promise<T> {
  let last: { since: number; result: Promise<T> } | undefined;
  return (asked) => {
    // Counted from its beginning, so that a run which hangs holds nobody up for longer.
    if (!last || now() - last.since >= ms) last = { since: now(), result: work(asked) };
    return last.result;
  };
}
