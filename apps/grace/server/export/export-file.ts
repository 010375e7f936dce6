import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { profiles } from '../../db/schema/profiles.ts';
import { fileName } from './file-name.ts';
import type { ExportedFile } from './schemas.ts';

interface Contents {
  what: string;
  extension: string;
  type: string;
  text: string;
}

/** One file out of one transaction, with a line in the caller's audit log. */
export function exportFile(
  ctx: SignedInContext,
  profileId: string,
  format: string,
  read: (tx: Tx) => Promise<Contents>,
): Promise<ExportedFile> {
  return ctx.asUser(async (tx) => {
    const [person] = await tx
      .select({ preferredName: profiles.preferredName, timeZone: profiles.timeZone })
      .from(profiles)
      .where(eq(profiles.id, profileId));
    if (!person) throw new AppError('NOT_FOUND');
    const { what, extension, type, text } = await read(tx);
    await audit(tx, {
      action: 'record_exported',
      resourceType: 'profile',
      resourceId: profileId,
      details: { format },
    });
    return { name: fileName(person, what, ctx.now(), extension), type, text };
  });
}
