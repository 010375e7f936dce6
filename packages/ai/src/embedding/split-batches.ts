/** How much fits into one call. */
export interface BatchLimits {
  texts: number;
  bytes: number;
}

/** Cuts texts into batches within the limits, in order; a text that is too long for any batch goes alone. */
export function splitBatches(texts: string[], limits: BatchLimits): string[][] {
  const batches: string[][] = [];
  let bytesInLast = 0;
  for (const text of texts) {
    const bytes = Buffer.byteLength(text);
    const last = batches.at(-1);
    if (last && last.length < limits.texts && bytesInLast + bytes <= limits.bytes) {
      last.push(text);
      bytesInLast += bytes;
    } else {
      batches.push([text]);
      bytesInLast = bytes;
    }
  }
  return batches;
}
