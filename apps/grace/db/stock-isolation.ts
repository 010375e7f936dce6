import { randomUUID } from 'node:crypto';
import type { IsolationExpectations } from '@commons/shared-db/testing';
import { heldMedication } from './held-medication.ts';
import { fromFile } from './held-profile.ts';

/** Who may do what with the ledger of stock: a line is taken back by whoever does it, and never comes back. */
export const stockIsolation: IsolationExpectations = {
  'grace.stock_changes': {
    row: async (arrange) => ({
      ...(await heldMedication(arrange)),
      id: randomUUID(),
      kind: 'refill',
      amount: '28',
      unit: 'tablet',
      at: '2026-11-20T08:00:00Z',
    }),
    change: { taken_back_at: '2036-01-01' },
    rights: { owner: { select: 1, insert: 1, update: 1 }, ...fromFile },
    ownerColumn: null,
  },
};
