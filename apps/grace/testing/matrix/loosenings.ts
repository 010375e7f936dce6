import type { Command } from '@commons/shared-db';
import type { TestDatabase } from '@commons/shared-db/testing';
import { accessMatrix } from '../../db/access-matrix.ts';

/** A policy that says something else than it should. */
export interface Loosening {
  table: string;
  command: Command;
  change: string;
}

interface PolicyRow {
  table: string;
  name: string;
  cmd: string;
  using: string | null;
  check: string | null;
}

/** Looser words for a condition: a lower level, another scope, no line in the log, everybody who takes part. */
const looser: readonly [from: RegExp, to: string][] = [
  [/'manage'::text/g, "'log'::text"],
  [/'log'::text/g, "'view'::text"],
  [/profiles_at\('log'::text\)/g, 'visible_profiles()'],
  [/profiles_within\('\w+'::text, '\w+'::text\)/g, 'visible_profiles()'],
  [/profiles_within\('medications'/g, "profiles_within('notes'"],
  [/profiles_within\('notes'/g, "profiles_within('medications'"],
  [/opened_profiles\(('\w+'::text)\)/g, "profiles_within($1, 'view'::text)"],
  [/opened_profiles\('\w+'::text\)/g, 'visible_profiles()'],
  [/held_profiles\(\)/g, 'visible_profiles()'],
];

/**
 * Each policy for requests dropped, opened to every row, and with each looser word. USING and WITH CHECK of an UPDATE change
 * together, because while one stands the other lets nobody through. What everybody may read is left to `describeIsolation`.
 */
export async function loosenings(sql: TestDatabase['admin']): Promise<Loosening[]> {
  const policies = await sql<PolicyRow[]>`
    select schemaname || '.' || tablename as table, policyname as name, cmd, qual as using, with_check as check
    from pg_policies where schemaname = 'grace' and 'authenticated' = any (roles) order by 1, 2`;
  return policies.flatMap(({ table, name, cmd, using, check }) => {
    if (accessMatrix[table]?.isShared) return [];
    const conditionOf = (rewrite: (text: string) => string) =>
      [
        using === null ? '' : `using (${rewrite(using)})`,
        check === null ? '' : `with check (${rewrite(check)})`,
      ].join(' ');
    const conditions = [
      conditionOf(() => 'true'),
      ...looser.map(([from, to]) => conditionOf((text) => text.replace(from, to))),
    ];
    const changes = new Set(conditions.filter((one) => one !== conditionOf((text) => text)));
    return [
      `drop policy ${name} on ${table}`,
      ...[...changes].map((one) => `alter policy ${name} on ${table} ${one}`),
    ].map((change) => ({ table, command: cmd.toLowerCase() as Command, change }));
  });
}
