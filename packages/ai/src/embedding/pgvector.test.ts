import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOfflinePort } from '../offline/create-offline-port.ts';

const models = createOfflinePort();
const texts = ['We ship on Mondays.', 'Our refills cost £9.', 'A refill fits every candle.', 'Soy candles.'];

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create({ extensions: { vector } });
  const { dimensions } = models.describeEmbedding();
  await db.exec(
    `create extension vector; create table pieces (content text, embedding vector(${dimensions}))`,
  );
  const { vectors } = await models.embed({ texts });
  for (const [i, content] of texts.entries())
    await db.query('insert into pieces values ($1, $2)', [content, JSON.stringify(vectors[i])]);
});
afterAll(() => db.close());

it('keeps a vector in pgvector as it was, to the precision of its column', async () => {
  const { rows } = await db.query<{ embedding: string }>('select embedding::text from pieces limit 1');
  const [vectorOfFirst = []] = (await models.embed({ texts: texts.slice(0, 1) })).vectors;
  expect(new Float32Array(JSON.parse(rows[0]?.embedding ?? '[]'))).toEqual(new Float32Array(vectorOfFirst));
});

it('finds the nearest first, in the order of their cosines', async () => {
  const { vectors } = await models.embed({ texts: ['What does a refill cost?'] });
  const { rows } = await db.query<{ content: string }>(
    'select content from pieces order by embedding <=> $1, content limit 2',
    [JSON.stringify(vectors[0])],
  );
  expect(rows.map(({ content }) => content)).toEqual(['Our refills cost £9.', 'A refill fits every candle.']);
});

it('is refused by a column of another length', async () => {
  await db.exec('create table others (embedding vector(3))');
  const { vectors } = await models.embed({ texts: ['one'] });
  await expect(db.query('insert into others values ($1)', [JSON.stringify(vectors[0])])).rejects.toThrow(
    'expected 3 dimensions, not 1536',
  );
});
