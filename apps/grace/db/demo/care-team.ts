import { createHash, randomBytes } from 'node:crypto';
import type { Caller, SeedContext, Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import type { CareLevel, CareScope, LoggedResource } from '../../care/schemas.ts';
import { consentText, consentVersion, endText } from '../../consent/consent-text.ts';
import { caregivers } from '../schema/caregivers.ts';
import { invitations } from '../schema/invitations.ts';

interface DemoCaregiver {
  email: string;
  name: string;
  relationship: string;
  level: CareLevel;
  scopes: CareScope[];
  /** What they have read so far. */
  reads?: LoggedResource[];
  /** Who is turned to first when a dose is missed. */
  escalationOrder?: number;
  isEnded?: true;
}

const team: readonly DemoCaregiver[] = [
  {
    email: 'chioma@demo.example',
    name: 'Chioma Okafor',
    relationship: 'daughter',
    level: 'manage',
    scopes: ['medications', 'notes', 'chat_summaries', 'emergency_card'],
    reads: ['notes', 'emergency_card', 'chat_summaries'],
    escalationOrder: 1,
  },
  {
    email: 'ben@demo.example',
    name: 'Ben Okafor',
    relationship: 'son',
    level: 'log',
    scopes: ['medications', 'notes', 'emergency_card'],
    reads: ['notes', 'notes'],
    escalationOrder: 2,
  },
  {
    email: 'kim@demo.example',
    name: 'Kim Lee',
    relationship: 'neighbour',
    level: 'view',
    scopes: ['medications', 'emergency_card'],
    reads: ['emergency_card'],
  },
  {
    email: 'jonas@demo.example',
    name: 'Jonas Weber',
    relationship: 'visiting nurse',
    level: 'log',
    scopes: ['medications'],
    isEnded: true,
  },
  // Has not answered yet.
  {
    email: 'rosa@demo.example',
    name: 'Rosa Delgado',
    relationship: 'physiotherapist',
    level: 'view',
    scopes: ['notes'],
  },
];

const dayMs = 24 * 60 * 60 * 1_000;

/** Everybody in Margaret's care, each by an invitation that they accepted, unless somebody has been invited already. */
export async function addCareTeam(
  { database, demoUsers }: Pick<SeedContext, 'database' | 'demoUsers'>,
  holder: Caller,
  { profileId, zone, now }: { profileId: string; zone: string; now: number },
): Promise<void> {
  const [already] = await database.asUser(holder, (tx) =>
    tx.select({ id: invitations.id }).from(invitations).where(eq(invitations.profileId, profileId)).limit(1),
  );
  if (already) return;
  const facts = {
    personName: 'Margaret Okafor',
    holderName: 'Amara Okafor',
    basis: 'power_of_attorney',
    timeZone: zone,
    endsAt: new Date(now + 365 * dayMs),
  } as const;
  for (const { reads = [], isEnded, escalationOrder, ...member } of team) {
    const tokenHash = createHash('sha256').update(randomBytes(32)).digest('hex');
    const text = consentText({ ...facts, ...member, caregiverName: member.name });
    await database.asUser(holder, (tx) =>
      tx.insert(invitations).values({
        ...member,
        profileId,
        tokenHash,
        consentVersion,
        consentText: text,
        endsAt: facts.endsAt,
        expiresAt: new Date(now + 7 * dayMs),
      }),
    );
    const userId = demoUsers.get(member.email);
    if (!userId) continue;
    await database.asUser({ userId, app: 'grace' }, (tx) =>
      accept(tx, { profileId, tokenHash, text, reads }),
    );
    if (escalationOrder)
      await database.asUser(holder, (tx) =>
        tx
          .update(caregivers)
          .set({ escalationOrder })
          .where(and(eq(caregivers.profileId, profileId), eq(caregivers.userId, userId))),
      );
    if (isEnded) await database.asUser(holder, (tx) => end(tx, userId, member.name));
  }
}

async function accept(
  tx: Tx,
  given: { profileId: string; tokenHash: string; text: string; reads: LoggedResource[] },
): Promise<void> {
  const { profileId, tokenHash, text, reads } = given;
  const hash = createHash('sha256').update(text).digest('hex');
  await tx.execute(sql`select grace.accept_invitation(${tokenHash}, ${hash})`);
  for (const resource of reads)
    await tx.execute(sql`select grace.open_record(${profileId}::uuid, ${resource}, null, 'app')`);
}

async function end(tx: Tx, userId: string, caregiverName: string): Promise<void> {
  const text = endText({ by: 'Amara Okafor', caregiverName, personName: 'Margaret Okafor' });
  const [grant] = await tx
    .select({ id: caregivers.id })
    .from(caregivers)
    .where(eq(caregivers.userId, userId))
    .limit(1);
  await tx.execute(sql`select grace.end_grant(${grant?.id ?? null}::uuid, ${consentVersion}, ${text})`);
}
