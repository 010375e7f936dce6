import type { Arrange, Row } from '@commons/shared-db/testing';

/**
 * A profile that the owner of the row holds; its emergency card is the one that functions of the database may compose, and it is the
 * one that they may fill from a file.
 */
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
  await sql`select set_config('grace.import', ${`${profile.id} ${ownerId}`}, true)`;
  await sql`select set_config('grace.card', ${`${profile.id} ${ownerId}`}, true)`;
  return profile;
}

/** What the functions that compose the card may do for whom they compose it. */
export const onTheCard = { definer: { select: 1 } } as const;

/** What the function that brings in a record may do for whom it does it. */
export const fromFile = { definer: { insert: 1 } } as const;

/** Both. */
export const onTheCardFromFile = { definer: { select: 1, insert: 1 } } as const;
