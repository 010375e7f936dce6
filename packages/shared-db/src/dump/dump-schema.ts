import postgres from 'postgres';
import { dumpQueries } from './dump-queries.ts';

/**
 * Describes the named PostgreSQL schemas as text, one object a line or paragraph in a fixed order: two databases with the same
 * text have the same tables, constraints, indexes, policies, functions, views, triggers and grants.
 */
export async function dumpSchema(url: string, schemas: readonly string[]): Promise<string> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    const sections: string[] = [];
    for (const [title, query] of Object.entries(dumpQueries)) {
      const rows = await sql.unsafe<{ line: string }[]>(query, [`{${schemas.join()}}`]);
      if (rows.length > 0) sections.push(`-- ${title}\n${rows.map((row) => row.line).join('\n')}\n`);
    }
    return sections.join('\n');
  } finally {
    await sql.end({ timeout: 5 });
  }
}
