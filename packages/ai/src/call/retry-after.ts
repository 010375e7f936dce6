const longestWaitMs = 24 * 60 * 60 * 1000;

/** How long a provider asks us to wait, from `retry-after-ms`, or `retry-after` in seconds or as a date. */
export function retryAfterMs(
  headers: Record<string, string> | undefined,
  nowMs = Date.now(),
): number | undefined {
  const waitMs = [
    numberFrom(headers?.['retry-after-ms'], 1),
    numberFrom(headers?.['retry-after'], 1000),
    Date.parse(headers?.['retry-after'] ?? '') - nowMs,
  ].find((candidate) => Number.isFinite(candidate));
  return waitMs === undefined ? undefined : inBounds(waitMs);
}

/** How long Google asks us to wait: in the body, as `"retryDelay": "7.5s"`. */
export function retryDelayMs(body: string | undefined): number | undefined {
  const seconds = /"retryDelay"\s*:\s*"(\d+(?:\.\d+)?)s"/.exec(body ?? '')?.[1];
  return seconds === undefined ? undefined : inBounds(Number(seconds) * 1000);
}

function inBounds(waitMs: number): number {
  return Math.ceil(Math.min(Math.max(waitMs, 0), longestWaitMs));
}

function numberFrom(text: string | undefined, unitMs: number): number {
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text) * unitMs;
}
