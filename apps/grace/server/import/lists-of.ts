import { parts } from './parts.ts';
import type { FileRecord } from './record-schema.ts';
import type { FileRow } from './row-schema.ts';

/** The lists of a file that has been checked; one that the export left out is empty. */
export function listsOf(data: object): FileRecord['lists'] {
  const hasChats = Reflect.get(data, 'chats') !== undefined;
  // And notes without the doses and conversations that they are about.
  const missing = {
    ...(Reflect.get(data, 'medicines') === undefined && { doseId: null }),
    ...(!hasChats && { sessionId: null }),
  };
  return parts.map((part) => {
    const rows = part.path.reduce<unknown>((within, name) => Object(within)[name], data);
    // A caregiver may export summaries without the conversations that they hang on.
    const isOrphan = part.path[0] === 'chatSummaries' && !hasChats;
    const kept = isOrphan ? [] : ((rows ?? []) as FileRow[]);
    return { part, rows: part.path[0] === 'notes' ? kept.map((note) => ({ ...note, ...missing })) : kept };
  });
}
