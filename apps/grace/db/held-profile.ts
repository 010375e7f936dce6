import type { Arrange, Row } from '@commons/shared-db/testing';

/** A profile that the owner of the row holds. */
export const heldProfile = ({ ownerId, insert }: Arrange, values: Row = {}): Promise<Row> =>
  insert('grace.profiles', {
    user_id: ownerId,
    basis: 'guardian',
    holder_name: 'Amara',
    full_name: 'Margaret Okafor',
    preferred_name: 'Margaret',
    time_zone: 'Europe/London',
    ...values,
  });
