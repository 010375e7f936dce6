import { startTestServer, type TestPerson, type TestServer } from '@commons/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardofone } from '../../app.ts';
import { seedPersonas } from '../../db/seed/seed-personas.ts';
import { catalogue } from '../../personas/catalogue.ts';
import type { Persona } from '../../personas/persona.ts';
import type { AppRouter } from '../router.ts';

const [first, second, ...others] = catalogue as readonly [Persona, Persona, ...Persona[]];
const reworded = { ...second, version: 2, job: 'Has changed' };

let server: TestServer<AppRouter>;
let person: TestPerson<AppRouter>;
beforeAll(async () => {
  server = await startTestServer({ apps: [boardofone] });
  person = await server.signUp();
  await seedPersonas(server.db.service);
  // One has left since, and one has been reworded.
  await seedPersonas(server.db.service, [reworded, ...others]);
});
afterAll(() => server?.[Symbol.asyncDispose]());

describe('the catalogue', () => {
  it('lists everybody who can be asked, once, in their newest version and without their prompts', async () => {
    const listed = await person.client.personas.list.query();

    expect(listed.map(({ code }) => code)).toEqual([reworded, ...others].map(({ code }) => code).toSorted());
    expect(listed.find(({ code }) => code === second.code)).toMatchObject({ version: 2, job: 'Has changed' });
    expect(listed.every((persona) => !('systemPrompt' in persona))).toBe(true);
  });

  it('shows one with the whole prompt', async () => {
    const [, , third] = catalogue;
    const found = await person.client.personas.byCode.query({ code: third?.code ?? '' });
    const { suits: _, ...written } = { ...third };

    expect(found).toEqual({ ...written, isRetired: false, isMine: false, isArchived: false });
  });

  it('finds one that has been retired, and says so', async () => {
    expect(await person.client.personas.byCode.query({ code: first.code })).toMatchObject({
      name: first.name,
      isRetired: true,
    });
  });

  it.each([
    ['nobody_knows', 'NOT_FOUND'],
    ['Zara Morales', 'BAD_INPUT'],
  ])('knows no %s: %s', async (code, error) => {
    await expect(person.client.personas.byCode.query({ code })).rejects.toMatchObject({
      data: { code: error },
    });
  });

  it.each(['list', 'byCode?input={"code":"growth_hacker"}'])('is closed to visitors: %s', async (path) => {
    const response = await server.visitor.request(`/boardofone/trpc/personas.${path}`);

    expect(response.status).toBe(401);
  });
});
