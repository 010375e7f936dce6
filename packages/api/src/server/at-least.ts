/** Settles with the work, but not before `ms` have passed, so that its duration says nothing about what it found. */
export async function atLeast<T>(ms: number, work: Promise<T>): Promise<T> {
  const time = new Promise((resolve) => setTimeout(resolve, ms));
  const [outcome] = await Promise.allSettled([work, time]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
