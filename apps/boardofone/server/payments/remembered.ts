/** Asks again once what is known is older than `keptMs`; what failed is not kept, and those who ask meanwhile wait for one answer. */
export function remembered<T>(ask: () => Promise<T>, keptMs: number): (now: Date) => Promise<T> {
  let kept: { answer: Promise<T>; askedAt: number } | undefined;
  return (now) => {
    if (kept && now.getTime() - kept.askedAt < keptMs) return kept.answer;
    const asked = { answer: ask(), askedAt: now.getTime() };
    kept = asked;
    asked.answer.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked.answer;
  };
}
