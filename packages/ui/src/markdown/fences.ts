/** Follows code fences line by line: `inside` tells whether the line after the last one seen is code. */
export interface FenceReader {
  readonly inside: boolean;
  read: (line: string) => void;
}

/** Starts outside of any fence. */
export function createFenceReader(): FenceReader {
  let open: string | null = null;
  return {
    get inside() {
      return open !== null;
    },
    read(line) {
      const [, fence, rest] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
      if (fence === undefined) return;
      if (open === null) open = fence;
      else if (fence[0] === open[0] && fence.length >= open.length && !rest?.trim()) open = null;
    },
  };
}
