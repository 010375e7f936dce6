import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { rolledBack } from '../../testing/isolation/rolled-back.ts';
import { notesFixture } from '../../testing/notes-fixture.ts';
import { policyBreaches } from './breaches/policy-breaches.ts';
import { rightBreaches } from './breaches/right-breaches.ts';
import { sharedRowBreaches } from './breaches/shared-row-breaches.ts';
import { tableBreaches } from './breaches/table-breaches.ts';
import { lintCatalogue } from './lint-catalogue.ts';
import { catalogueRules } from './rules/index.ts';
import { serverVersion, serverVersionRule } from './rules/server-version.ts';

const breaches = [...policyBreaches, ...tableBreaches, ...rightBreaches, ...sharedRowBreaches];

describe('the lint of the catalogue', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
    await db.admin.unsafe(`set role commons_owner; ${notesFixture}; reset role`);
  });
  afterAll(() => db[Symbol.asyncDispose]());

  it.each(breaches)('finds $rule and then nothing: $breach', async ({ rule, breach, object, repair }) => {
    await rolledBack(db.admin, async (sql) => {
      const found = async () =>
        (await lintCatalogue(sql, ['app', 'notes', 'public'])).map(
          (finding) => `${finding.rule}: ${finding.object}`,
        );
      await sql.unsafe(breach);
      expect(await found()).toEqual([`${rule}: ${object}`]);
      await sql.unsafe(repair);
      expect(await found()).toEqual([]);
    });
  });

  it('finds nothing in a schema as it should be', async () => {
    expect(await lintCatalogue(db.admin, ['app', 'notes', 'public'])).toEqual([]);
  });

  it('asks for no index of what a policy looks at only in the row that is written', async () => {
    await rolledBack(db.admin, async (sql) => {
      await sql.unsafe(
        `alter policy update_own on notes.notes with check (user_id = (select app.user_id()) and body <> '')`,
      );
      expect(await lintCatalogue(sql, ['notes'])).toEqual([]);
    });
  });

  it('finds a server that lacks security fixes', async () => {
    const major = Math.floor(
      Number((await db.admin`show server_version_num`)[0]?.server_version_num) / 10_000,
    );
    const objects = (minors: Record<number, number>) =>
      db.admin.unsafe(serverVersionRule(minors).query, [['notes']]);
    expect(await objects({ [major]: 0 })).toEqual([]);
    expect(await objects({ [major]: 9_000 })).toEqual([
      { object: expect.stringMatching(`^PostgreSQL ${major}\\.`) },
    ]);
    expect(catalogueRules).toContain(serverVersion);
  });

  it('has a breach for every rule', () => {
    const tested = new Set(['server-version', ...breaches.map((breach) => breach.rule)]);
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
