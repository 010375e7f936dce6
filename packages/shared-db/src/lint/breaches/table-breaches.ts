import type { Breach } from './breach.ts';

const mine = 'user_id = (select app.user_id())';
const titles = 'create view notes.titles';
const titlesQuery = 'as select body from notes.notes';

/** One way to break each rule about tables, views and functions, and back. */
export const tableBreaches: readonly Breach[] = [
  {
    rule: 'row-security',
    breach: 'alter table notes.notes disable row level security',
    object: 'notes.notes',
    repair: 'alter table notes.notes enable row level security',
  },
  {
    rule: 'row-security',
    breach: 'alter table notes.notes no force row level security',
    object: 'notes.notes',
    repair: 'alter table notes.notes force row level security',
  },
  {
    rule: 'row-security',
    breach: 'create table notes.parts (id uuid primary key) partition by hash (id)',
    object: 'notes.parts',
    repair: 'drop table notes.parts',
  },
  {
    rule: 'foreign-key-index',
    breach: 'drop index notes.notes_folder_idx',
    object: 'notes_folder_fk on notes.notes',
    repair: 'create index notes_folder_idx on notes.notes (user_id, folder_id, body)',
  },
  {
    rule: 'view-invoker',
    breach: `${titles} ${titlesQuery}; alter view notes.titles owner to commons_owner`,
    object: 'notes.titles',
    repair: 'alter view notes.titles set (security_invoker = true)',
  },
  {
    rule: 'view-invoker',
    breach: `create materialized view notes.titles ${titlesQuery}`,
    object: 'notes.titles',
    repair: 'drop materialized view notes.titles',
  },
  {
    rule: 'definer-search-path',
    breach: `create function notes.count() returns bigint language sql stable security definer as 'select count(*) from notes.notes';
      alter function notes.count() owner to commons_owner; revoke all on function notes.count() from public`,
    object: 'notes.count()',
    repair: `alter function notes.count() set search_path = ''`,
  },
  {
    rule: 'definer-search-path',
    breach: 'alter function app.audit(text, text, text, jsonb) set search_path = public',
    object: 'app.audit(text,text,text,jsonb)',
    repair: `alter function app.audit(text, text, text, jsonb) set search_path = ''`,
  },
  {
    rule: 'names',
    breach: 'alter table notes.notes rename column body to "bodyText"',
    object: 'notes.notes."bodyText"',
    repair: 'alter table notes.notes rename column "bodyText" to body',
  },
  {
    rule: 'names',
    breach: 'alter policy select_own on notes.notes rename to "Users see their notes"',
    object: '"Users see their notes" on notes.notes',
    repair: 'alter policy "Users see their notes" on notes.notes rename to select_own',
  },
  {
    rule: 'person-leaves',
    breach: `alter table notes.folders drop constraint folders_user_id_fkey;
      alter table notes.folders add constraint folders_user_id_fkey foreign key (user_id) references users`,
    object: 'folders_user_id_fkey on notes.folders',
    repair: `alter table notes.folders drop constraint folders_user_id_fkey;
      alter table notes.folders add constraint folders_user_id_fkey foreign key (user_id) references users on delete cascade`,
  },
  {
    rule: 'person-leaves',
    breach: `alter table notes.folders drop constraint folders_user_id_fkey;
      alter table notes.folders add constraint folders_user_id_fkey foreign key (user_id) references users on delete set null`,
    object: 'folders_user_id_fkey on notes.folders',
    repair: `alter table notes.folders drop constraint folders_user_id_fkey;
      alter table notes.folders add constraint folders_user_id_fkey foreign key (user_id) references users on delete cascade`,
  },
  {
    rule: 'one-users-table',
    breach: `create table notes.user_profiles (like notes.notes including all);
      alter table notes.user_profiles add column email text;
      alter table notes.user_profiles enable row level security, force row level security`,
    object: 'notes.user_profiles',
    repair: 'alter table notes.user_profiles drop column email',
  },
  {
    rule: 'row-security',
    breach: `create table notes.parts (id uuid primary key, user_id uuid) partition by hash (id);
      create index on notes.parts (user_id);
      alter table notes.parts enable row level security, force row level security;
      create table notes.parts_0 partition of notes.parts for values with (modulus 1, remainder 0)`,
    object: 'notes.parts_0',
    repair: 'alter table notes.parts_0 enable row level security, force row level security',
  },
  {
    rule: 'foreign-table',
    breach: `create foreign data wrapper elsewhere; create server elsewhere foreign data wrapper elsewhere;
      create foreign table notes.far (id uuid) server elsewhere`,
    object: 'notes.far',
    repair: 'drop foreign table notes.far',
  },
  {
    rule: 'composite-foreign-key',
    breach: `alter table notes.folders add unique (id);
      alter table notes.notes add column other_id uuid references notes.folders (id);
      create index on notes.notes (other_id)`,
    object: 'notes_other_id_fkey on notes.notes',
    repair: 'alter table notes.notes drop column other_id',
  },
  {
    rule: 'unique-oracle',
    breach: 'create unique index notes_body_idx on notes.notes (lower(body), body)',
    object: 'notes.notes_body_idx',
    repair: 'drop index notes.notes_body_idx',
  },
  {
    rule: 'unique-oracle',
    breach: 'alter table notes.folders add constraint folders_name unique (name)',
    object: 'notes.folders_name',
    repair:
      'alter table notes.folders drop constraint folders_name, add constraint folders_name unique (user_id, name)',
  },
  {
    rule: 'sequence',
    breach: 'alter table notes.notes add column number serial',
    object: 'notes.notes_number_seq',
    repair: 'alter table notes.notes drop column number',
  },
  {
    rule: 'sequence',
    breach: 'create sequence notes.tickets; grant usage on sequence notes.tickets to authenticated',
    object: 'notes.tickets',
    repair: 'revoke usage on sequence notes.tickets from authenticated',
  },
  {
    rule: 'definer-owner',
    breach: `create function notes.everything() returns bigint language sql stable security definer set search_path = ''
        as 'select count(*) from notes.notes';
      revoke all on function notes.everything() from public`,
    object: 'notes.everything()',
    repair: 'alter function notes.everything() owner to commons_owner',
  },
  {
    rule: 'definer-owner',
    breach: `${titles} with (security_invoker = true) ${titlesQuery}`,
    object: 'notes.titles',
    repair: 'alter view notes.titles owner to commons_owner',
  },
  {
    rule: 'owner-column',
    breach: 'grant update (user_id) on notes.notes to authenticated',
    object: 'notes.notes.user_id to authenticated',
    repair: 'revoke update (user_id) on notes.notes from authenticated',
  },
  {
    rule: 'privilege-column',
    breach:
      'alter table notes.notes add column is_admin boolean; grant update (is_admin) on notes.notes to authenticated',
    object: 'notes.notes.is_admin to authenticated',
    repair: 'revoke update (is_admin) on notes.notes from authenticated',
  },
  {
    rule: 'audit-append-only',
    breach: `create policy insert_own on audit_log for insert to authenticated with check (${mine});
      grant insert (user_id, action, resource_type) on audit_log to authenticated`,
    object: 'INSERT to authenticated',
    repair:
      'drop policy insert_own on audit_log; revoke insert (user_id, action, resource_type) on audit_log from authenticated',
  },
  {
    rule: 'publication',
    breach: 'create publication everything for table notes.notes',
    object: 'everything: notes.notes',
    repair: 'drop publication everything',
  },
];
