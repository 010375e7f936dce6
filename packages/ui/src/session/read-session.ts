import { serverUnreachable } from '../app/signals.ts';
import { isTransient } from '../errors/describe-error.ts';
import { keepPerson, keptPerson, loseSession } from '../kept/kept-person.ts';
import { authApi, type SessionUser } from './auth-api.ts';

/** Who is signed in. In an app that works offline, whoever was the last time, for as long as the server is out of reach. */
export async function readSession(worksOffline: boolean): Promise<SessionUser | null> {
  try {
    const user = await authApi.session();
    if (!user) loseSession();
    else if (worksOffline) keepPerson(user);
    return user;
  } catch (error) {
    const kept = worksOffline && isTransient(error) ? keptPerson() : null;
    if (!kept) throw error;
    serverUnreachable.send();
    return kept;
  }
}
