import { forgetDrafts } from '../drafts/draft-store.ts';
import type { SessionUser } from '../session/auth-api.ts';
import { endPush } from './end-push.ts';
import { forgetKept, forgetRead, openKept } from './kept-store.ts';

const storageKey = 'commons:kept-person';
/** Whose things this browser keeps, also when their session has ended meanwhile and nobody is signed in. */
const ownerKey = 'commons:kept-owner';

/** Who was signed in when this browser last heard from the server; null for nobody. */
export function keptPerson(): SessionUser | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return isPerson(value) ? value : null;
  } catch {
    return null;
  }
}

/** Remembers who is signed in; what was kept for somebody else who used this browser before is removed. */
export function keepPerson(user: SessionUser): void {
  openKept(user.id);
  try {
    const owner = localStorage.getItem(ownerKey);
    if (owner !== null && owner !== user.id) {
      forgetDrafts(owner);
      void forgetKept(owner);
    }
    localStorage.setItem(ownerKey, user.id);
    localStorage.setItem(storageKey, JSON.stringify(user));
  } catch {}
}

/** Nobody is signed in any more, so a page that opens without a connection shows nobody's things. */
export function forgetPerson(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {}
}

/** Their session has ended, here or elsewhere: what they read goes at once, and messages to this browser end. */
export function loseSession(): void {
  const owner = keptOwner();
  forgetPerson();
  if (owner === null) return;
  void forgetRead(owner);
  void endPush();
}

function keptOwner(): string | null {
  try {
    return localStorage.getItem(ownerKey);
  } catch {
    return null;
  }
}

function isPerson(value: unknown): value is SessionUser {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'email' in value;
}
