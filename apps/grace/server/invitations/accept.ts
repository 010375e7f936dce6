import { AppError, hashToken, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { announceTo } from '../care/announce-to.ts';
import { peopleAround } from '../care/people-around.ts';
import { notForYou } from './open.ts';
import type { AcceptInvitation } from './schemas.ts';

type Outcome = 'accepted' | 'none' | 'holder' | 'changed' | 'already';

/** Makes the caller a caregiver, and tells everybody in the person's care. */
export async function acceptInvitation(
  ctx: SignedInContext,
  { token, consentHash }: AcceptInvitation,
): Promise<{ profileId: string }> {
  const { profileId, people } = await ctx.asUser(async (tx) => {
    const [row] = await tx.execute<{ outcome: Outcome; profile_id: string }>(
      sql`select outcome, profile_id from grace.accept_invitation(${hashToken(token)}, ${consentHash})`,
    );
    if (row?.outcome !== 'accepted') throw refusal(ctx, row?.outcome);
    const id = row.profile_id;
    await audit(tx, { action: 'invitation_accepted', resourceType: 'profile', resourceId: id });
    return { profileId: id, people: await peopleAround(tx, id) };
  });
  announceTo(ctx, people, { profileId });
  return { profileId };
}

function refusal(ctx: SignedInContext, outcome: Outcome | undefined): AppError {
  if (outcome === 'holder') return new AppError('CONFLICT', { message: 'You hold this record yourself.' });
  if (outcome === 'already') return new AppError('CONFLICT', { message: 'You take part already.' });
  if (outcome === 'changed') {
    return new AppError('STALE_VERSION', {
      message: 'The text has changed. Read it again before you accept.',
    });
  }
  return notForYou(ctx);
}
