/** How long readers waited between two pieces of an answer, while it is counted. */
export class Gaps {
  readonly ms: number[] = [];
  isCounting = false;

  /** For one reader; call it at every piece. */
  reader(): () => void {
    let last: number | undefined;
    return () => {
      const now = performance.now();
      if (this.isCounting && last !== undefined) this.ms.push(now - last);
      last = now;
    };
  }
}
