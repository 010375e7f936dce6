import { gzipSync } from 'node:zlib';
import { uuidV7 } from '@commons/shared-db';
import { newIds } from '../server/import/new-ids.ts';
import type { GracePerson } from './family.ts';

/** A file as the page sends it. */
export const packed = (record: unknown): string =>
  gzipSync(typeof record === 'string' ? record : JSON.stringify(record)).toString('base64');

// biome-ignore lint/suspicious/noExplicitAny: whatever a file holds
export type RecordFile = Record<string, any>;

export async function exported({ client }: GracePerson, profileId: string): Promise<RecordFile> {
  return JSON.parse((await client.export.json.mutate({ profileId })).text);
}

/** Brings a file in as a new record of this person's, and returns its id. */
export async function broughtIn(
  { client }: GracePerson,
  file: RecordFile | string,
  id = uuidV7(),
): Promise<string> {
  await client.import.record.mutate({ id, file: packed(file), basis: 'guardian' });
  return id;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const accounts = /^(userId|createdBy|actorId|recordedBy|enteredInErrorBy|takenBackBy|authorId)$/;

/** What a file holds once it has come into the record with this id: other ids, the accounts of others gone, lists in order of their ids. */
export function asBroughtIn(file: RecordFile, profileId: string, callerId: string): RecordFile {
  const { caregivers: _, emergencyCard: __, profile: ___, ...lists } = file;
  const newId = newIds(profileId, lists);
  const idOf = (id: string) => (id === file.profile.id ? profileId : newId(id));
  return arranged(file, (name, value) => {
    if (accounts.test(name)) return value === callerId ? value : null;
    return typeof value === 'string' && uuid.test(value) ? idOf(value) : value;
  });
}

/** The same file without what says when and by whom it was saved, lists in order of their ids. */
export function arranged(
  file: RecordFile,
  change: (name: string, value: unknown) => unknown = (_, value) => value,
): RecordFile {
  const { exportedAt: _, caregivers: __, emergencyCard, ...rest } = file;
  const { holderName: ___, basis: ____, userId: _____, ...profile } = rest.profile;
  const card = emergencyCard && { ...emergencyCard, updatedAt: new Date(emergencyCard.updatedAt) };
  const walk = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) {
      const items = value.map((item) => walk(name, item));
      return items.every((item) => Object(item).id || Object(item).administrationId || Object(item).noteId)
        ? items.toSorted((one, other) =>
            JSON.stringify(keysOf(one)).localeCompare(JSON.stringify(keysOf(other))),
          )
        : items;
    }
    if (value === null || typeof value !== 'object') return change(name, value);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(key, item)]));
  };
  return walk('', JSON.parse(JSON.stringify({ ...rest, profile, emergencyCard: card }))) as RecordFile;
}

const keysOf = (row: unknown) => {
  const { id, administrationId, noteId, version } = Object(row);
  return [id, administrationId, noteId, version];
};
