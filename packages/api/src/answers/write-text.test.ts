import { describe, expect, it } from 'vitest';
import { RunningAnswer } from './running-answer.ts';
import { type AnswerHost, writeText } from './write-text.ts';

const silent = { say() {}, hear: () => ({ [Symbol.dispose]() {} }) };

/** A database that keeps every transaction open until the test ends it. */
function heldDatabase() {
  const open: (() => void)[] = [];
  const asUser = async (work: (tx: never) => PromiseLike<unknown>) => {
    await new Promise<void>((resolve) => open.push(resolve));
    return work(undefined as never);
  };
  // Safe because writing asks for nothing else of whoever wanted the answer.
  return { open, host: { asUser } as unknown as AnswerHost };
}

async function* saying(text: string) {
  yield { type: 'text', text } as const;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('writing many answers at once', () => {
  it('leaves most connections to whoever asks for something else, and stores every answer in its turn', async () => {
    const { open, host } = heldDatabase();
    const stored: string[] = [];
    const rows = {
      append: async (_: unknown, { id }: { id: string }) => {
        stored.push(id);
        return [{ id }];
      },
    };
    const ids = Array.from({ length: 12 }, (_, index) => `answer ${index}`);
    const written = Promise.all(
      ids.map((id) =>
        writeText(
          host,
          { rows, words: { changed: silent, stopped: silent } },
          { answer: new RunningAnswer(id), events: () => saying('Rye bread.') },
        ),
      ),
    );

    for (let left = ids.length; left > 0; ) {
      await turn();
      const running = open.splice(0);
      expect(running).toHaveLength(Math.min(left, 5));
      for (const end of running) end();
      left -= running.length;
    }
    expect(await written).toHaveLength(12);
    expect(stored).toEqual(ids);
  });
});
