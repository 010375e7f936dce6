import { randomUUID } from 'node:crypto';
import type { IsolationExpectations, TableExpectation } from '../testing/index.ts';

const everything = { select: 1, insert: 1, update: 1, delete: 1 } as const;
const soon = '2030-01-01T00:00:00Z';

/** What only sign-in may touch, through the service login. */
const forSignIn = (expectation: Pick<TableExpectation, 'row' | 'change'>): TableExpectation => ({
  ...expectation,
  rights: { service: everything },
});

/** Who may do what with the tables of shared-db. */
export const isolation: IsolationExpectations = {
  'app.migrations': {
    row: () => ({ module: 'a', revision: randomUUID(), checksum: 'c' }),
    change: { checksum: 'edited' },
    ownerColumn: null,
    rights: { service: { select: 1 }, migrator: { select: 1, insert: 1, delete: 1 } },
  },
  'app.model_reservations': {
    row: ({ ownerId }) => ({ id: randomUUID(), user_id: ownerId, tokens: 7, cost_usd: 1, expires_at: soon }),
    change: { tokens: 0 },
    rights: { owner: { select: 1, insert: 1, delete: 1 } },
  },
  'app.rate_limits': {
    row: () => ({ key: randomUUID(), whole_at: soon }),
    change: { whole_at: '2031-01-01T00:00:00Z' },
    ownerColumn: null,
    // Its functions run with the rights of the login that migrates.
    rights: { migrator: everything },
  },
  'identity.accounts': forSignIn({
    row: ({ ownerId }) => ({ user_id: ownerId, provider_id: 'credential', account_id: ownerId }),
    change: { password: 'changed' },
  }),
  'identity.auth_users': {
    ...forSignIn({
      row: ({ ownerId }) => ({
        id: ownerId,
        name: 'A',
        email: `${ownerId}@example.org`,
        email_verified: true,
      }),
      change: { name: 'B' },
    }),
    // A view with the rights of whoever asks: a function of the owner sees what it sees in public.users.
    rights: { service: everything, definer: { select: 1 } },
    isPerson: true,
    key: ['id'],
    ownerColumn: null,
  },
  'identity.email_verifications': {
    row: ({ ownerId }) => ({ user_id: ownerId }),
    change: { verified_at: soon },
    rights: { service: { select: 1, insert: 1, delete: 1 } },
  },
  'identity.external_subjects': forSignIn({
    row: ({ ownerId }) => ({ user_id: ownerId, issuer: 'https://issuer.example', subject: randomUUID() }),
    change: { not_before: soon },
  }),
  'identity.sessions': {
    row: ({ ownerId }) => ({ user_id: ownerId, token: randomUUID(), expires_at: soon }),
    change: { ip_address: '192.0.2.1' },
    // The check that a context's session stands runs with the rights of the login that migrates.
    rights: { service: everything, definer: { select: 1 } },
  },
  'identity.verifications': {
    ...forSignIn({
      row: () => ({ identifier: 'reset', value: randomUUID(), expires_at: soon }),
      change: { value: 'changed' },
    }),
    ownerColumn: null,
  },
  'public.audit_log': {
    row: ({ ownerId }) => ({ user_id: ownerId, action: 'note_created', resource_type: 'note' }),
    change: { action: 'forged' },
    // Its functions run with the rights of the login that migrates, and need this one.
    rights: { owner: { select: 1 }, migrator: { insert: 1 } },
  },
  'public.job_steps': {
    row: ({ ownerId }) => ({ user_id: ownerId, job_id: randomUUID(), step: 'sent' }),
    change: { step: 'forged' },
    rights: { owner: { select: 1, insert: 1 }, service: { select: 1, delete: 1 } },
  },
  'public.model_usage': {
    row: ({ ownerId }) => ({
      user_id: ownerId,
      app: 'notes',
      purpose: 'chat',
      provider: 'offline',
      model: 'offline',
      usage_source: 'unknown',
      resource_type: 'note',
    }),
    change: { input_tokens: 7 },
    rights: { owner: { select: 1, insert: 1 } },
  },
  'public.users': {
    row: ({ ownerId }) => ({ id: ownerId, email: `${ownerId}@example.org` }),
    change: { full_name: 'Changed' },
    isPerson: true,
    ownerColumn: 'id',
    // app.user_email() reads the caller's own.
    rights: { owner: { select: 1, update: 1 }, service: everything, definer: { select: 1 } },
  },
};
