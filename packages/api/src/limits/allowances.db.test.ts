import { openServiceDatabase } from '@commons/shared-db/service';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAllowances } from './allowances.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.[Symbol.asyncDispose]());

let keys = 0;
const newKey = () => `key ${++keys}`;
// So slow to grow again that no test sees it.
const dayMs = 86_400_000;

const open = (service = db.service) => openAllowances(service, 'a secret of tests');

/** Lets time pass for everybody's allowance. */
const pass = (ms: number) =>
  db.admin`update app.rate_limits set whole_at = whole_at - ${ms} * interval '1 millisecond'`;

describe('an allowance', () => {
  it('is never exceeded by fifty takers at once in three processes', async () => {
    const services = Array.from({ length: 3 }, () => openServiceDatabase({ url: db.logins.service, max: 4 }));
    const rule = { max: 37, windowMs: dayMs };
    const key = newKey();
    const grants = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        open(services[index % 3]).take([{ key, rule, wanted: 1 + (index % 3) }]),
      ),
    );
    await Promise.all(services.map((service) => service.close()));

    expect(grants.flat().reduce((sum, { granted }) => sum + granted, 0)).toBe(37);
  });

  it('grants exactly what is left, and says when one more is there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 }),
        async (max, wishes) => {
          const key = newKey();
          const rule = { max, windowMs: dayMs };
          let left = max;
          for (const wanted of wishes) {
            const [grant] = await open().take([{ key, rule, wanted }]);
            expect(grant?.granted).toBe(Math.min(left, wanted));
            left -= Math.min(left, wanted);
            if (left === 0 && grant && grant.granted < wanted) {
              expect(grant.retryAfterMs).toBeGreaterThan(0);
              expect(grant.retryAfterMs).toBeLessThanOrEqual(Math.ceil(dayMs / max) + 1);
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('grows again evenly, never beyond its size', async () => {
    const key = newKey();
    const take = async (wanted: number) =>
      (await open().take([{ key, rule: { max: 10, windowMs: dayMs }, wanted }]))[0]?.granted;
    const outcomes = [await take(10), await take(1)];
    await pass(dayMs / 10);
    outcomes.push(await take(1), await take(1));
    await pass(dayMs * 5);
    outcomes.push(await take(99));

    expect(outcomes).toEqual([10, 0, 1, 0, 10]);
  });

  it('has back what was given back, and all of it once it is forgotten', async () => {
    const key = newKey();
    const rule = { max: 10, windowMs: dayMs };
    const take = async () => (await open().take([{ key, rule, wanted: 10 }]))[0]?.granted;
    await take();
    await open().giveBack([{ key, rule, wanted: 4 }]);
    expect(await take()).toBe(4);
    await open().forget(key);
    expect(await take()).toBe(10);
  });

  it('in an order leaves alone what comes after a refusal', async () => {
    const [first, second] = [newKey(), newKey()];
    const rule = { max: 1, windowMs: dayMs };
    const both = [first, second].map((key) => ({ key, rule }));
    await open().takeInOrder([{ key: first, rule }]);

    expect(await open().takeInOrder(both)).toBeGreaterThan(0);
    expect(await open().takeInOrder([{ key: second, rule }])).toBeUndefined();
  });

  it('of somebody who does not come back leaves no row for ever', async () => {
    const rule = { max: 10, windowMs: 1_000 };
    for (let count = 0; count < 20; count += 1) await open().take([{ key: newKey(), rule, wanted: 1 }]);
    await pass(dayMs * 30);
    for (let count = 0; count < 20; count += 1) await open().take([{ key: newKey(), rule, wanted: 1 }]);
    const rows = await db.admin`select 1 from app.rate_limits where whole_at < now() - interval '1 day'`;

    expect(rows).toHaveLength(0);
  });

  it.each(["app.take_allowance('[]', false)", "app.return_allowance('[]')", "app.forget_allowance('x')"])(
    'is out of reach for people: %s',
    async (call) => {
      const { id: userId } = await db.createUser();
      const refused = { cause: { code: '42501' } };
      const query = sql.raw(`select ${call}`);

      await expect(db.database.asUser({ userId }, (tx) => tx.execute(query))).rejects.toMatchObject(refused);
      await expect(db.database.asAnon((tx) => tx.execute(query))).rejects.toMatchObject(refused);
    },
  );
});
