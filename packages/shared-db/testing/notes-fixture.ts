const owned = (table: string) => `
  alter table ${table} owner to commons_owner;
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy select_own on ${table} for select to authenticated using (user_id = (select app.user_id()));
  create policy insert_own on ${table} for insert to authenticated with check (user_id = (select app.user_id()));
  create policy update_own on ${table} for update to authenticated
    using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
  create policy delete_own on ${table} for delete to authenticated using (user_id = (select app.user_id()));
`;

/** A schema as an app should have one, for tests that break it in one place. */
export const notesFixture = `
  create schema notes authorization commons_owner;
  grant usage on schema notes to anon, authenticated, commons_app, commons_service;
  create table notes.folders (
    id uuid primary key default app.uuid_v7(),
    user_id uuid not null references users on delete cascade,
    name text not null default '',
    unique (user_id, id)
  );
  create table notes.notes (
    id uuid primary key default app.uuid_v7(),
    user_id uuid not null references users on delete cascade,
    folder_id uuid not null,
    body text not null default '',
    constraint notes_folder_fk foreign key (folder_id, user_id) references notes.folders (id, user_id)
  );
  create index notes_user_id_idx on notes.notes (user_id);
  create index notes_folder_idx on notes.notes (folder_id, user_id);
  ${owned('notes.folders')}
  ${owned('notes.notes')}
  grant select, insert (user_id, name), update (name), delete on notes.folders to authenticated;
  grant select, insert (user_id, folder_id, body), update (body), delete on notes.notes to authenticated;
`;
