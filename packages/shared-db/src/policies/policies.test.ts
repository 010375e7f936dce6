import { sql } from 'drizzle-orm';
import { PgDialect, type PgPolicy, pgTable, uuid } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { isOneOf } from './is-one-of.ts';
import { ownedBy } from './owned-by.ts';
import { serviceAccess } from './service-access.ts';
import { sharedRead } from './shared-read.ts';
import { visibleThrough } from './visible-through.ts';

const notes = pgTable('notes', { userId: uuid('user_id'), folderId: uuid('folder_id') });
const text = (part: PgPolicy['using']) => (part ? new PgDialect().sqlToQuery(part).sql : undefined);
const describePolicy = ({ name, for: command, to, using, withCheck }: PgPolicy) => ({
  name,
  command,
  role: typeof to === 'object' && 'name' in to ? to.name : to,
  using: text(using),
  check: text(withCheck),
});
const mine = '"notes"."user_id" = (select app.user_id())';

describe('the policy helpers', () => {
  it('let the owner at exactly their own rows, each command by a policy of its own', () => {
    const own = { role: 'authenticated', using: mine, check: undefined };
    expect(ownedBy(notes.userId).map(describePolicy)).toEqual([
      { ...own, name: 'select_own', command: 'select' },
      { ...own, name: 'insert_own', command: 'insert', using: undefined, check: mine },
      { ...own, name: 'update_own', command: 'update', check: mine },
      { ...own, name: 'delete_own', command: 'delete' },
    ]);
    expect(ownedBy(notes.userId, ['select']).map((policy) => policy.name)).toEqual(['select_own']);
  });

  it('let a check name the words of a column without parameters', () => {
    expect(text(isOneOf(notes.folderId, ['here', "there's"]))).toBe(
      `"notes"."folder_id" in ('here', 'there''s')`,
    );
  });

  it('open a table to the service for the named commands alone', () => {
    expect(serviceAccess('insert', 'delete').map(describePolicy)).toEqual([
      { name: 'insert_service', command: 'insert', role: 'commons_service', using: undefined, check: 'true' },
      { name: 'delete_service', command: 'delete', role: 'commons_service', using: 'true', check: undefined },
    ]);
  });

  it('show reference data to whoever is signed in', () => {
    expect(describePolicy(sharedRead())).toEqual({
      name: 'select_signed_in',
      command: 'select',
      role: 'authenticated',
      using: '(select app.user_id()) is not null',
      check: undefined,
    });
  });

  it('show what a helper lists, in the form that uses the index', () => {
    expect(describePolicy(visibleThrough(notes.folderId, sql`app.shared_folders()`))).toMatchObject({
      name: 'select_shared',
      using: '"notes"."folder_id" = any (array(select app.shared_folders()))',
    });
  });
});
