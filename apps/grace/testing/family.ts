import {
  startTestServer,
  type TestPerson,
  type TestServer,
  type TestServerOptions,
} from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import { grace } from '../app.ts';
import type { CareLevel, CareScope } from '../db/schema/care-scopes.ts';
import type { GraceRouter } from '../server/router.ts';

export type GraceServer = TestServer<GraceRouter>;
export type GracePerson = TestPerson<GraceRouter>;

/** The whole server with GRACE alone. */
export const startGrace = (options: Partial<TestServerOptions<[typeof grace]>> = {}): Promise<GraceServer> =>
  startTestServer({ apps: [grace], ...options });

/** Somebody new who holds a profile. */
export async function newHolder(server: GraceServer, timeZone = 'Europe/London') {
  const person = await server.signUp({ name: 'Amara Okafor' });
  const profileId = uuidV7();
  await person.client.profiles.create.mutate({
    id: profileId,
    basis: 'power_of_attorney',
    fullName: 'Margaret Okafor',
    preferredName: 'Margaret',
    timeZone,
  });
  return { ...person, profileId };
}

/** What a grant says. */
export interface TestGrant {
  profileId: string;
  level?: CareLevel;
  scopes?: CareScope[];
  name?: string;
}

/** Somebody new with a grant for the profile, put into the database as if an invitation had been accepted. */
export async function newCaregiver(
  server: GraceServer,
  { profileId, level = 'view', scopes = ['medications'], name = 'Ben Okafor' }: TestGrant,
) {
  const person = await server.signUp({ name });
  const [row] = await server.db.admin<{ id: string }[]>`
    insert into grace.caregivers (profile_id, user_id, name, level, scopes, ends_at)
    values (${profileId}, ${person.userId}, ${name}, ${level}, ${scopes}, now() + interval '1 year')
    returning id`;
  return { ...person, caregiverId: row?.id ?? '' };
}
