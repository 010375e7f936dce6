import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boardofone } from '../../app.ts';
import { catalogue } from '../../personas/catalogue.ts';
import type { Persona } from '../../personas/persona.ts';
import { seedPersonas } from './seed-personas.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase([boardofone]);
});
afterAll(() => db?.[Symbol.asyncDispose]());
beforeEach(async () => {
  await db.admin`truncate boardofone.personas, boardofone.persona_versions cascade`;
});

const [first, ...others] = catalogue as readonly [Persona, ...Persona[]];
const reworded = (version: number): Persona => ({ ...first, version, systemPrompt: 'You have changed.' });
const everything = async () => [
  await db.admin`select * from boardofone.personas order by code`,
  await db.admin`select * from boardofone.persona_versions order by code, version`,
];
const versionsOf = (code: string) =>
  db.admin`select version, system_prompt from boardofone.persona_versions where code = ${code} order by version`;
const stateOf = async (code: string) => {
  const [row] =
    await db.admin`select current_version, retired_at from boardofone.personas where code = ${code}`;
  return row;
};

describe('the catalogue in the database', () => {
  it('has exactly 45 codes, each as it is written, however often it is seeded', async () => {
    await seedPersonas(db.service);
    const before = await everything();
    await seedPersonas(db.service);
    await seedPersonas(db.service);

    expect(await everything()).toEqual(before);
    expect(before.map((rows) => rows.length)).toEqual([45, 45]);
    const stored = await db.admin`select code, system_prompt from boardofone.persona_versions`;
    expect(new Map(stored.map((row) => [row.code, row.system_prompt]))).toEqual(
      new Map(catalogue.map((persona) => [persona.code, persona.systemPrompt])),
    );
  });

  it('is the same when two processes seed it at once', async () => {
    await Promise.all([seedPersonas(db.service), seedPersonas(db.service)]);

    expect((await everything()).map((rows) => rows.length)).toEqual([45, 45]);
  });

  it('keeps the old version beside a changed one, and gives new panels the new one', async () => {
    await seedPersonas(db.service);
    await seedPersonas(db.service, [reworded(2), ...others]);

    expect(await versionsOf(first.code)).toEqual([
      { version: 1, system_prompt: first.systemPrompt },
      { version: 2, system_prompt: 'You have changed.' },
    ]);
    expect(await stateOf(first.code)).toEqual({ current_version: 2, retired_at: null });
    expect((await everything())[1]).toHaveLength(46);
  });

  it('goes back to an older version with the catalogue, and forgets none', async () => {
    await seedPersonas(db.service, [reworded(2), ...others]);
    await seedPersonas(db.service);

    expect(await stateOf(first.code)).toMatchObject({ current_version: 1 });
    expect(await versionsOf(first.code)).toHaveLength(2);
  });

  it('refuses other words under the number of a version that is known, and changes nothing', async () => {
    await seedPersonas(db.service);
    const before = await everything();
    const changed = seedPersonas(db.service, [reworded(1)]);

    await expect(changed).rejects.toThrow(`${first.code} 1. Raise "version"`);
    expect(await everything()).toEqual(before);
  });

  it('retires whom it has lost, once, and takes them back when they return', async () => {
    await seedPersonas(db.service);
    await seedPersonas(db.service, others);
    const retired = await stateOf(first.code);
    await seedPersonas(db.service, others);

    expect(retired?.retired_at).toBeInstanceOf(Date);
    expect(await stateOf(first.code)).toEqual(retired);
    expect(await versionsOf(first.code)).toHaveLength(1);
    await seedPersonas(db.service);
    expect(await stateOf(first.code)).toEqual({ current_version: 1, retired_at: null });
  });
});
