import { expect, it } from 'vitest';
import { limitBytes } from './limit-bytes.ts';

const read = (...sizes: number[]) => {
  const chunks = ReadableStream.from(sizes.map((size) => new Uint8Array(size)));
  return new Response(chunks.pipeThrough(limitBytes(10))).arrayBuffer();
};

it('passes so many bytes and breaks off after them', async () => {
  expect((await read(4, 6)).byteLength).toBe(10);
  await expect(read(4, 7)).rejects.toThrow('The answer is too large.');
});
