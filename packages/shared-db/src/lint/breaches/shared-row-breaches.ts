import type { Breach } from './breach.ts';

const shared = (table: string) => `
  alter table ${table} owner to commons_owner;
  alter table ${table} enable row level security, force row level security;
  create policy select_shared on ${table} for select to authenticated using (circle_id = any (array(select notes.my_circles())));
  create policy insert_shared on ${table} for insert to authenticated with check (circle_id = any (array(select notes.my_circles())));
  create policy update_shared on ${table} for update to authenticated
    using (circle_id = any (array(select notes.my_circles()))) with check (circle_id = any (array(select notes.my_circles())));
  grant select, insert (circle_id, name), update (name) on ${table} to authenticated;
`;

/** Two tables whose rows belong to a circle of people, which a helper finds. */
const circles = `
  create function notes.my_circles() returns setof uuid language sql stable security definer set search_path = ''
    as 'select app.user_id()';
  alter function notes.my_circles() owner to commons_owner;
  revoke all on function notes.my_circles() from public;
  grant execute on function notes.my_circles() to authenticated;
  create table notes.rooms (
    id uuid primary key default app.uuid_v7(), circle_id uuid not null, name text not null default '', unique (circle_id, id)
  );
  create table notes.chairs (
    id uuid primary key default app.uuid_v7(), circle_id uuid not null, name text not null default '', room_id uuid,
    constraint chairs_room_fk foreign key (room_id, circle_id) references notes.rooms (id, circle_id)
  );
  create index on notes.chairs (circle_id);
  create index on notes.chairs (room_id, circle_id);
  ${shared('notes.rooms')}
  ${shared('notes.chairs')}
`;

/** One way to break each rule about whose a row is, where a helper says what the caller may reach, and back. */
export const sharedRowBreaches: readonly Breach[] = [
  {
    rule: 'composite-foreign-key',
    breach: `${circles}; alter table notes.chairs add column other_id uuid references notes.rooms (id);
      create index on notes.chairs (other_id)`,
    object: 'chairs_other_id_fkey on notes.chairs',
    repair: 'alter table notes.chairs drop column other_id',
  },
  {
    rule: 'owner-column',
    breach: `${circles}; grant update (circle_id) on notes.rooms to authenticated`,
    object: 'notes.rooms.circle_id to authenticated',
    repair: 'revoke update (circle_id) on notes.rooms from authenticated',
  },
  {
    rule: 'unique-oracle',
    breach: `${circles}; alter table notes.rooms add constraint rooms_name unique (name)`,
    object: 'notes.rooms_name',
    repair:
      'alter table notes.rooms drop constraint rooms_name, add constraint rooms_name unique (circle_id, name)',
  },
];
