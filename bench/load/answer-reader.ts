/** Finds where answers end in what arrives on one connection; `onAnswer` is given the status of each. */
export function answerReader(onAnswer: (status: number) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    for (let length = answerLength(rest); length > 0; length = answerLength(rest)) {
      const status = Number(rest.toString('latin1', 9, 12));
      rest = rest.subarray(length);
      onAnswer(status);
    }
  };
}

/** The length of the first whole answer, or 0. */
function answerLength(bytes: Buffer): number {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) return 0;
  const head = bytes.toString('latin1', 0, headEnd).toLowerCase();
  const declared = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (declared !== undefined) {
    const length = headEnd + 4 + Number(declared);
    return bytes.length >= length ? length : 0;
  }
  const lastChunk = bytes.indexOf('\r\n0\r\n\r\n', headEnd + 2);
  return lastChunk === -1 ? 0 : lastChunk + 7;
}
