/** What `work` failed with: PostgreSQL's code, or the error's name where it has none; undefined when it did not fail. */
export async function errorCode(work: () => PromiseLike<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    // Drizzle wraps the driver's error.
    const original = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (original instanceof Error && 'code' in original) return String(original.code);
    return original instanceof Error ? original.name : String(original);
  }
}
