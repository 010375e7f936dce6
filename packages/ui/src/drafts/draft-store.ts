/** A text that waits to be sent, and the id under which its first attempt went out. */
export interface Draft {
  text: string;
  attemptId?: string | undefined;
}

const prefix = 'commons:draft:';

/** The storage key of one person's draft. */
export function draftKey(userId: string, key: string): string {
  return `${prefix}${userId}:${key}`;
}

/** Reads a draft; a damaged or unreadable one counts as empty. */
export function readDraft(storageKey: string): Draft {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return isDraft(value) ? value : { text: '' };
  } catch {
    return { text: '' };
  }
}

type DraftListener = (storageKey: string, draft: Draft) => void;

const listeners = new Set<DraftListener>();

/** Calls back when a draft of this page changes, so that every component shows the same text; returns how to stop. */
export function listenToDrafts(listener: DraftListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps a draft, or removes it when nothing is left. A full or forbidden storage must not stop the typing. */
export function writeDraft(storageKey: string, draft: Draft): void {
  for (const listener of listeners) listener(storageKey, draft);
  try {
    if (draft.text === '') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(draft));
  } catch {}
}

/** Removes every draft of a person who signs out: the next one at this browser must not find them. */
export function forgetDrafts(userId: string): void {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith(draftKey(userId, '')));
    for (const key of own) localStorage.removeItem(key);
  } catch {}
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
