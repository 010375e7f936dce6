import { Hono } from 'hono';
import type { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import { currentSession, freshSession } from '../identity/current-session.ts';
import type { ProviderId } from '../identity/providers.ts';
import type { CallLimits } from '../limits/call-limits.ts';
import type { HttpContext, HttpEnvironment } from '../server/http-environment.ts';
import { readJson } from '../server/read-json.ts';
import { streamText } from '../server/stream-text.ts';
import type { AccountContext, AccountServices } from './account-context.ts';
import { deleteAccount } from './delete-account.ts';
import { exportAccount } from './export-account.ts';
import { listActivity } from './list-activity.ts';
import { listDevices } from './list-devices.ts';
import { listWaysIn } from './list-ways-in.ts';
import { revokeDevice } from './revoke-device.ts';
import { DeleteAccount, ListActivity, RevokeDevice, Unlink } from './schemas.ts';
import { unlinkProvider } from './unlink-provider.ts';

/** What the account's routes are made of. */
export interface AccountRoutesOptions {
  services: AccountServices;
  providers: readonly ProviderId[];
  limits: CallLimits;
  readToken: (cookieHeader: string | undefined) => string | undefined;
}

/** The paths below `/api/account`: what people see of their own account and change about it, by their session only. */
export function accountRoutes(options: AccountRoutesOptions): Hono<HttpEnvironment> {
  const { services, providers, limits, readToken } = options;
  const { service } = services;

  async function ofPerson(c: HttpContext, freshly = false): Promise<AccountContext> {
    const token = readToken(c.req.header('cookie'));
    const session = freshly ? await freshSession(service, token) : await currentSession(service, token);
    if (!session) throw new AppError('UNAUTHENTICATED');
    const caller = {
      userId: session.userId,
      app: 'identity',
      requestId: c.get('requestId'),
      ipAddress: c.get('clientAddress'),
      userAgent: c.req.header('user-agent')?.slice(0, 500),
    };
    return { ...services, session, caller };
  }

  const routes = new Hono<HttpEnvironment>();
  routes.get('/devices', async (c) => c.json(await listDevices(await ofPerson(c))));
  routes.post('/devices/revoke', async (c) => {
    await revokeDevice(await ofPerson(c), await readBody(c, RevokeDevice));
    return c.json({});
  });
  routes.get('/activity', async (c) =>
    c.json(await listActivity(await ofPerson(c), ListActivity.parse(c.req.query()))),
  );
  routes.get('/ways-in', async (c) => c.json(await listWaysIn(await ofPerson(c), providers)));
  routes.post('/unlink', async (c) => {
    await unlinkProvider(await ofPerson(c, true), await readBody(c, Unlink), providers);
    return c.json({});
  });
  routes.get('/export', async (c) => {
    const context = await ofPerson(c);
    const day = services.now().toISOString().slice(0, 10);
    await limits.admit(`user:${context.session.userId}`, exportCall);
    return streamText(c, await exportAccount(context), {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="commons-${day}.json"`,
    });
  });
  routes.post('/delete', async (c) => {
    await deleteAccount(await ofPerson(c, true), await readBody(c, DeleteAccount));
    return c.json({});
  });
  return routes;
}

// It reads all that somebody has.
const exportCall = {
  app: 'account',
  path: 'export',
  type: 'query',
  limit: { max: 10, per: 'hour' },
} as const;

async function readBody<T extends z.ZodType>(c: HttpContext, schema: T): Promise<z.infer<T>> {
  return schema.parse(await readJson(c));
}
