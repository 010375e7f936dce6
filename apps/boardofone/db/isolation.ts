import { randomUUID } from 'node:crypto';
import { type IsolationExpectations, ownedRows } from '@commons/shared-db/testing';

/** Who may do what with each table: here its owner everything, and nobody else anything. */
export const isolation: IsolationExpectations = {
  'boardofone.notes': ownedRows({
    row: ({ ownerId }) => ({ id: randomUUID(), user_id: ownerId, title: 'Milk' }),
    change: { title: 'Bread' },
  }),
};
