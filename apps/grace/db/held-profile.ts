import type { Arrange, Row } from '@commons/shared-db/testing';

/** A profile that the owner of the row holds; its emergency card is the one that functions of the database may compose. */
export async function heldProfile({ ownerId, insert, sql }: Arrange, values: Row = {}): Promise<Row> {
  const profile = await insert('grace.profiles', {
    user_id: ownerId,
    basis: 'guardian',
    holder_name: 'Amara',
    full_name: 'Margaret Okafor',
    preferred_name: 'Margaret',
    time_zone: 'Europe/London',
    ...values,
  });
  await sql`select set_config('grace.card', ${`${profile.id} ${ownerId}`}, true)`;
  return profile;
}

/** What the functions that compose the card may do for whom they compose it. */
export const onTheCard = { definer: { select: 1 } } as const;
