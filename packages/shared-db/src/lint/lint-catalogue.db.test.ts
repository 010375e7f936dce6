import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { rolledBack } from '../../testing/isolation/rolled-back.ts';
import { notesFixture } from '../../testing/notes-fixture.ts';
import { lintCatalogue } from './lint-catalogue.ts';
import { catalogueRules } from './rules/index.ts';

interface Breach {
  rule: string;
  breach: string;
  object: string;
  repair: string;
}

const mine = 'user_id = (select app.user_id())';
const titles = 'create view notes.titles';
const titlesQuery = 'as select body from notes.notes';

const breaches: Breach[] = [
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
    rule: 'foreign-key-index',
    breach: 'drop index notes.notes_folder_idx',
    object: 'notes_folder_fk on notes.notes',
    repair: 'create index notes_folder_idx on notes.notes (user_id, folder_id, body)',
  },
  {
    rule: 'view-invoker',
    breach: `${titles} ${titlesQuery}`,
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
      revoke all on function notes.count() from public`,
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
    rule: 'column-grants',
    breach: 'grant update on notes.notes to authenticated',
    object: 'notes.notes to authenticated',
    repair: 'revoke update on notes.notes from authenticated',
  },
  {
    rule: 'column-grants',
    breach: 'grant insert on notes.notes to anon',
    object: 'notes.notes to anon',
    repair: 'revoke insert on notes.notes from anon',
  },
  ...['TRUNCATE', 'REFERENCES', 'TRIGGER'].map((privilege) => ({
    rule: 'destructive-grants',
    breach: `grant ${privilege} on notes.notes to commons_service`,
    object: `notes.notes: ${privilege} to commons_service`,
    repair: `revoke ${privilege} on notes.notes from commons_service`,
  })),
  {
    rule: 'public-grants',
    breach: 'grant select on notes.notes to public',
    object: 'notes.notes',
    repair: 'revoke select on notes.notes from public',
  },
  {
    rule: 'public-grants',
    breach: 'grant select (body) on notes.notes to public',
    object: 'notes.notes.body',
    repair: 'revoke select (body) on notes.notes from public',
  },
  {
    rule: 'public-grants',
    breach: `create function notes.one() returns int language sql stable as 'select 1'`,
    object: 'notes.one()',
    repair: 'revoke all on function notes.one() from public',
  },
  {
    rule: 'public-grants',
    breach: 'grant usage on schema notes to public',
    object: 'schema notes',
    repair: 'revoke usage on schema notes from public',
  },
  {
    rule: 'runtime-ownership',
    breach: 'alter table notes.notes owner to commons_app',
    object: 'notes.notes',
    repair: 'alter table notes.notes owner to commons_owner',
  },
  {
    rule: 'runtime-ownership',
    breach: 'alter schema notes owner to commons_service',
    object: 'schema notes',
    repair: 'alter schema notes owner to commons_owner',
  },
  {
    rule: 'runtime-roles',
    breach: 'alter role authenticated bypassrls',
    object: 'authenticated',
    repair: 'alter role authenticated nobypassrls',
  },
  {
    rule: 'runtime-roles',
    breach: 'grant commons_service to commons_app',
    object: 'commons_app in commons_service',
    repair: 'revoke commons_service from commons_app',
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
    rule: 'one-users-table',
    breach: `create table notes.user_profiles (like notes.notes including all);
      alter table notes.user_profiles add column email text;
      alter table notes.user_profiles enable row level security, force row level security`,
    object: 'notes.user_profiles',
    repair: 'alter table notes.user_profiles drop column email',
  },
];

describe('the lint of the catalogue', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
    await db.admin.unsafe(notesFixture);
  });
  afterAll(() => db[Symbol.asyncDispose]());

  it.each(breaches)(
    'finds nothing, then $rule, then nothing: $breach',
    async ({ rule, breach, object, repair }) => {
      await rolledBack(db.admin, async (sql) => {
        const found = async () =>
          (await lintCatalogue(sql, ['app', 'notes', 'public'])).map(
            (finding) => `${finding.rule}: ${finding.object}`,
          );
        expect(await found()).toEqual([]);
        await sql.unsafe(breach);
        expect(await found()).toEqual([`${rule}: ${object}`]);
        await sql.unsafe(repair);
        expect(await found()).toEqual([]);
      });
    },
  );

  it('has a breach for every rule', () => {
    const tested = new Set(breaches.map((breach) => breach.rule));
    expect(catalogueRules.map((rule) => rule.name).filter((name) => !tested.has(name))).toEqual([]);
  });

  it('accepts a stated exception, and reports it once it excuses nothing', async () => {
    const exceptions = [{ rule: 'names', object: 'notes.notes."bodyText"', reason: 'a seed names it so' }];
    await rolledBack(db.admin, async (sql) => {
      expect(await lintCatalogue(sql, ['notes'], exceptions)).toMatchObject([{ rule: 'stale-exception' }]);
      await sql`alter table notes.notes rename column body to "bodyText"`;
      expect(await lintCatalogue(sql, ['notes'], exceptions)).toEqual([]);
    });
  });
});
