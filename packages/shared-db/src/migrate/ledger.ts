import type { Sql } from 'postgres';

/** A migration that the database says it has. */
export interface AppliedMigration {
  position: number;
  module: string;
  revision: string;
  checksum: string;
  appliedAt: Date;
}

// The service login reads it, so that a server can refuse a database that is not up to date.
const createLedger = `
  create table if not exists app.migrations (
    position integer generated always as identity primary key,
    module text not null,
    revision text not null,
    checksum text not null,
    applied_at timestamptz not null default now(),
    unique (module, revision)
  );
  alter table app.migrations enable row level security;
  alter table app.migrations force row level security;
  create policy select_owner on app.migrations for select to commons_owner using (true);
  create policy insert_owner on app.migrations for insert to commons_owner with check (true);
  create policy delete_owner on app.migrations for delete to commons_owner using (true);
  create policy select_service on app.migrations for select to commons_service using (true);
  grant select on app.migrations to commons_service;
`;

/** Makes the list of applied migrations when it is missing. */
export async function ensureLedger(owner: Sql): Promise<void> {
  const [found] = await owner`select to_regclass('app.migrations') as name`;
  if (!found?.name) await owner.begin((transaction) => transaction.unsafe(createLedger));
}

/** The applied migrations, first applied first. */
export async function readLedger(owner: Sql): Promise<AppliedMigration[]> {
  return await owner<AppliedMigration[]>`
    select position, module, revision, checksum, applied_at as "appliedAt" from app.migrations order by position`;
}
