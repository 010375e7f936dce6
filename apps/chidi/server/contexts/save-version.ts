import { createHash } from 'node:crypto';
import { type Tx, uuidV7 } from '@commons/shared-db';
import { contextVersions } from '../../db/schema/context-versions.ts';
import { type ContextFields, contextSections } from './schemas.ts';

interface VersionToSave {
  userId: string;
  userContextId: string;
  version: number;
  name: string;
  fields: ContextFields;
}

/** Keeps what a context says now as a version that nobody can change any more. */
export async function saveVersion(
  tx: Tx,
  { userId, userContextId, version, name, fields }: VersionToSave,
): Promise<void> {
  const ordered = contextSections.map(({ key }) => [key, fields[key]]);
  const contentHash = createHash('sha256')
    .update(JSON.stringify([name, ordered]))
    .digest('hex');
  await tx
    .insert(contextVersions)
    .values({ id: uuidV7(), userId, userContextId, version, name, fields, contentHash });
}
