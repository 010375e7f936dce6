import postgres, { type Sql } from 'postgres';
import { explainConnectionError } from './explain-connection-error.ts';

/** Runs `work` with one connection of its own; one that cannot be made is explained. */
export async function withConnection<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} });
  try {
    await sql`select 1`.catch((error: unknown) => {
      throw explainConnectionError(error, url);
    });
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
