import { createHash } from 'node:crypto';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const siblingsMax = 0x4000;

/**
 * The ids that the entries of a file get in the record with this id: always the same, so that bringing a file in again adds nothing,
 * and others in every other record. They are in the order of the old ones, because lists are: the half that says when an entry was
 * made stays, and those of the same moment are counted.
 */
export function newIds(profileId: string, contents: unknown): (id: string) => string {
  const olds = [...new Set(idsIn(contents))].toSorted();
  let [moment, count] = ['', 0];
  const ids = new Map(
    olds.map((id) => {
      count = moment === momentOf(id) ? count + 1 : 0;
      moment = momentOf(id);
      const place = (0x8000 + (count % siblingsMax)).toString(16);
      const hash = createHash('sha256').update(`${profileId} ${id}`).digest('hex');
      return [id, `${moment}-${place}-${hash.slice(0, 12)}`];
    }),
  );
  return (id) => ids.get(id.toLowerCase()) ?? id;
}

const momentOf = (id: string): string => id.slice(0, 18);

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return uuid.test(value) ? [value.toLowerCase()] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(idsIn);
}
