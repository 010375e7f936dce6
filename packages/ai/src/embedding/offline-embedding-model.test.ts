import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOfflinePort } from '../offline/create-offline-port.ts';

const models = createOfflinePort();
const text = fc.string({ unit: 'binary', minLength: 1 }).filter((words) => words.trim() !== '');

const cosine = ([one, other]: number[][]) =>
  (one ?? []).reduce((total, value, i) => total + value * (other?.[i] ?? 0), 0);

async function nearness(one: string, other: string): Promise<number> {
  return cosine((await models.embed({ texts: [one, other] })).vectors);
}

describe('the offline embedding', () => {
  it('says what it is', () => {
    expect(models.describeEmbedding()).toEqual({
      provider: 'offline',
      model: 'word-hash',
      dimensions: 1536,
      offline: true,
    });
  });

  it('gives any text a vector of norm 1, the same each time, whatever stands beside it', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        const { vectors } = await models.embed({ texts: [one, other] });
        expect(Math.hypot(...(vectors[0] ?? []))).toBeCloseTo(1, 10);
        expect((await models.embed({ texts: [one] })).vectors[0]).toEqual(vectors[0]);
      }),
    );
  });

  it('puts texts that share words near each other, and strangers apart', async () => {
    const question = 'What does a refill cost?';
    expect(await nearness(question, 'Our refills cost £9.')).toBeGreaterThan(0.3);
    expect(await nearness(question, 'We ship on Mondays.')).toBe(0);
  });

  it('minds the order of words', async () => {
    const near = await nearness('dog bites man', 'the dog bites a man');
    expect(near).toBeGreaterThan(await nearness('dog bites man', 'man bites dog'));
  });
});
