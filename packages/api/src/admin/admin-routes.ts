import type { ServiceDatabase } from '@commons/shared-db/service';
import { Hono } from 'hono';
import { AppError } from '../errors/app-error.ts';
import type { SessionStore } from '../identity/session-store.ts';
import type { Allowances } from '../limits/allowances.ts';
import type { HttpEnvironment } from '../server/http-environment.ts';
import { readJson } from '../server/read-json.ts';
import { endSessions } from './end-sessions.ts';
import { listUsers } from './list-users.ts';
import { requireServiceKey } from './require-service-key.ts';
import { EndSessions, ListUsers } from './schemas.ts';

/** What the admin operations are made of. */
export interface AdminRoutesOptions {
  serviceKey: string;
  service: ServiceDatabase;
  sessions: SessionStore;
  allowances: Allowances;
}

/** The paths below `/api/admin`, for scripts of the operator; mounted only where a service key is set. */
export function adminRoutes(options: AdminRoutesOptions): Hono<HttpEnvironment> {
  const { serviceKey, service, sessions, allowances } = options;
  const routes = new Hono<HttpEnvironment>();
  routes.use(requireServiceKey(serviceKey, allowances));
  routes.post('/users/list', async (c) =>
    c.json(await listUsers(service, c.get('requestId'), ListUsers.parse(await readJson(c)))),
  );
  routes.post('/users/end-sessions', async (c) => {
    const input = EndSessions.parse(await readJson(c));
    return c.json(await endSessions(service, sessions, c.get('requestId'), input));
  });
  routes.all('*', () => {
    throw new AppError('NOT_FOUND');
  });
  return routes;
}
