import type { Breach } from './breach.ts';

const mine = 'user_id = (select app.user_id())';

/** One way to break each rule about policies, and back. */
export const policyBreaches: readonly Breach[] = [
  {
    rule: 'policy-command',
    breach: `create policy everything on notes.notes for all to commons_service using (${mine}) with check (${mine})`,
    object: 'everything on notes.notes',
    repair: 'drop policy everything on notes.notes',
  },
  {
    rule: 'policy-role',
    breach: 'alter policy select_own on notes.notes to public',
    object: 'select_own on notes.notes',
    repair: 'alter policy select_own on notes.notes to authenticated',
  },
  {
    rule: 'policy-expression',
    breach: 'create policy select_none on notes.notes for select to anon',
    object: 'select_none on notes.notes',
    repair: 'drop policy select_none on notes.notes',
  },
  {
    rule: 'policy-expression',
    breach: `create policy update_half on notes.notes for update to commons_service using (${mine})`,
    object: 'update_half on notes.notes',
    repair: 'drop policy update_half on notes.notes',
  },
  {
    rule: 'policy-open',
    breach: 'alter policy select_own on notes.notes using (true)',
    object: 'select_own on notes.notes',
    repair: `alter policy select_own on notes.notes using (${mine})`,
  },
  {
    rule: 'policy-open',
    breach: 'alter policy insert_own on notes.notes with check (true)',
    object: 'insert_own on notes.notes',
    repair: `alter policy insert_own on notes.notes with check (${mine})`,
  },
  {
    rule: 'policy-overlap',
    breach: `create policy select_more on notes.notes for select to authenticated using (${mine})`,
    object: 'notes.notes: select_more, select_own',
    repair: 'drop policy select_more on notes.notes',
  },
  {
    rule: 'policy-function',
    breach: 'alter function app.user_id() immutable',
    object: 'app.user_id()',
    repair: 'alter function app.user_id() stable',
  },
  {
    rule: 'policy-function',
    breach: 'alter function app.user_id() volatile',
    object: 'app.user_id()',
    repair: 'alter function app.user_id() stable',
  },
  {
    rule: 'policy-function',
    breach: `create function notes.me() returns uuid language sql immutable return app.user_id();
      create function notes.caller() returns uuid language sql immutable as 'select app.user_id()';
      revoke all on all functions in schema notes from public`,
    object: 'notes.caller()',
    repair: 'drop function notes.caller()',
  },
  {
    rule: 'policy-column-index',
    breach: `alter policy delete_own on notes.notes using (${mine} and body = '')`,
    object: 'notes.notes.body',
    repair: 'create index notes_body_idx on notes.notes (body)',
  },
  {
    rule: 'policy-column-index',
    breach: `alter policy delete_own on notes.notes using (${mine} and body = '');
      create index notes_some_idx on notes.notes (body) where body <> ''`,
    object: 'notes.notes.body',
    repair: 'create index notes_body_idx on notes.notes (body)',
  },
  {
    rule: 'policy-about-row',
    breach: 'alter policy insert_own on notes.notes with check ((select app.user_id()) <> gen_random_uuid())',
    object: 'insert_own on notes.notes',
    repair: `alter policy insert_own on notes.notes with check (${mine})`,
  },
  {
    rule: 'policy-about-row',
    breach: 'alter policy update_own on notes.notes with check ((select app.user_id()) is not null)',
    object: 'update_own on notes.notes',
    repair: `alter policy update_own on notes.notes with check (${mine})`,
  },
  ...[
    'user_id = coalesce((select app.user_id()), user_id)',
    `${mine} or (select app.user_id()) is null`,
    `${mine} or app.user_id() is null`,
    'user_id is not distinct from (select app.user_id())',
  ].map((using) => ({
    rule: 'policy-fallback',
    breach: `alter policy select_own on notes.notes using (${using})`,
    object: 'select_own on notes.notes',
    repair: `alter policy select_own on notes.notes using (${mine})`,
  })),
  ...[
    `${mine} or current_setting('app.role', true) = 'admin'`,
    `${mine} or current_user = 'commons_service'`,
  ].map((using) => ({
    rule: 'policy-setting',
    breach: `alter policy select_own on notes.notes using (${using})`,
    object: 'select_own on notes.notes',
    repair: `alter policy select_own on notes.notes using (${mine})`,
  })),
  {
    rule: 'policy-missing',
    breach: 'grant delete on notes.notes to commons_service',
    object: 'notes.notes: DELETE to commons_service',
    repair: 'revoke delete on notes.notes from commons_service',
  },
  {
    rule: 'policy-missing',
    breach: 'drop policy insert_own on notes.notes',
    object: 'notes.notes: INSERT to authenticated',
    repair: `create policy insert_own on notes.notes for insert to authenticated with check (${mine})`,
  },
  {
    rule: 'grant-missing',
    breach: 'revoke delete on notes.notes from authenticated',
    object: 'delete_own on notes.notes',
    repair: 'grant delete on notes.notes to authenticated',
  },
  {
    rule: 'policy-function-path',
    breach: `create function notes.me() returns uuid language sql stable as 'select app.user_id()';
      revoke all on function notes.me() from public;
      alter policy select_own on notes.notes using (${mine} and user_id = notes.me())`,
    object: 'notes.me()',
    repair: `alter function notes.me() set search_path = ''`,
  },
  {
    rule: 'leakproof-function',
    breach: 'alter function app.uuid_v7() leakproof',
    object: 'app.uuid_v7()',
    repair: 'alter function app.uuid_v7() not leakproof',
  },
];
