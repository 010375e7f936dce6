/** Passes bytes on and breaks off after so many. */
export function limitBytes(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let passed = 0;
  return new TransformStream({
    transform(chunk, controller) {
      passed += chunk.byteLength;
      if (passed > limit) controller.error(new TypeError('The answer is too large.'));
      else controller.enqueue(chunk);
    },
  });
}
