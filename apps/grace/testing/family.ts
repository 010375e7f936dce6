import {
  startTestServer,
  type TestPerson,
  type TestServer,
  type TestServerOptions,
} from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import { grace } from '../app.ts';
import type { CareLevel, CareScope } from '../care/schemas.ts';
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

/** The day that is so many days away. */
export const dayIn = (days: number): string =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);

/** What a grant says. */
export interface TestGrant {
  profileId: string;
  level?: CareLevel;
  scopes?: CareScope[];
  name?: string;
}

/** Somebody new with a grant for the profile, put into the database as it is after an invitation was accepted. */
export async function newCaregiver(
  server: GraceServer,
  { profileId, level = 'view', scopes = ['medications'], name = 'Ben Okafor' }: TestGrant,
) {
  const person = await server.signUp({ name });
  const [row] = await server.db.admin<{ id: string }[]>`
    insert into grace.caregivers (profile_id, user_id, name, level, scopes, ends_at)
    values (${profileId}, ${person.userId}, ${name}, ${level}, ${scopes}, now() + interval '1 year')
    returning id`;
  const caregiverId = row?.id ?? '';
  await server.db.admin`
    insert into grace.consents (profile_id, grant_id, event, user_id, name, granted_by, granted_by_name, basis, person_name,
      level, scopes, ends_at, text_version, text, text_hash)
    select grantor.id, ${caregiverId}, 'granted', ${person.userId}, ${name}, grantor.user_id, grantor.holder_name, grantor.basis,
      grantor.full_name, ${level}, ${scopes}, now() + interval '1 year', 'test', 'As agreed.', grace.hash_of('As agreed.')
    from grace.profiles as grantor where grantor.id = ${profileId}`;
  return { ...person, caregiverId };
}

/** An invitation by the holder, as its mail has it. */
export async function newInvitation(
  server: GraceServer,
  holder: GracePerson & { profileId: string },
  { email, ...details }: { email: string } & Partial<Omit<TestGrant, 'profileId'>> & { lastDay?: string },
) {
  const { invitation } = await holder.client.invitations.create.mutate({
    id: uuidV7(),
    profileId: holder.profileId,
    email,
    name: 'Ben Okafor',
    relationship: 'son',
    level: 'log',
    scopes: ['medications', 'notes'],
    lastDay: dayIn(300),
    ...details,
  });
  const { text } = await server.mailbox.next(email.toLowerCase());
  const token = /invitation#([\w-]{43})/.exec(text)?.[1] ?? '';
  return { ...invitation, token };
}

/** Accepts an invitation after reading it, as its page does. */
export async function acceptAs(person: GracePerson, token: string): Promise<void> {
  const { consentHash } = await person.client.invitations.open.mutate({ token });
  await person.client.invitations.accept.mutate({ token, consentHash });
}
