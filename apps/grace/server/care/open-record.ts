import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import type { LoggedResource } from '../../care/schemas.ts';
import { rightsTo } from './rights.ts';

/** What is about to be read. */
interface Reading {
  profileId: string;
  resource: LoggedResource;
  resourceId?: string;
  via?: 'app' | 'export';
}

/**
 * Announces a reading in the person's access log; the policies show these rows to nobody else without it. Call it first, in the
 * transaction that reads. NOT_FOUND for a stranger, FORBIDDEN without the scope.
 */
export async function openRecord(tx: Tx, ctx: SignedInContext, reading: Reading): Promise<void> {
  const { profileId, resource, resourceId = null, via = 'app' } = reading;
  const [row] = await tx.execute<{ opened: boolean }>(
    sql`select grace.open_record(${profileId}::uuid, ${resource}, ${resourceId}::uuid, ${via}) as opened`,
  );
  if (row?.opened) return;
  await rightsTo(tx, ctx, profileId);
  throw new AppError('FORBIDDEN', {
    message: 'Your access does not include this. The person, or whoever answers for them, can change it.',
  });
}
