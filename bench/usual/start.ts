import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { initTRPC, TRPCError } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { and, desc, eq, gt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { z } from 'zod';
import { readBenchEnvironment } from '../env.ts';
import { reportUsage } from '../load/report-usage.ts';
import { readToken } from '../read-token.ts';
import { CreateNote, ListNotes, Note } from '../schemas.ts';
import { notes, sessions, users } from './tables.ts';

// An app as it is usually written: tRPC and Drizzle, a session row looked up for each request, and a WHERE in each query. The
// procedures below `unchecked` believe the signed cookie and look nothing up, which makes a session impossible to revoke.
const { port, ownerUrl, secret } = readBenchEnvironment();
const db = drizzle(postgres(ownerUrl, { max: 10, fetch_types: false }));

interface Context {
  user: { id: string } | null;
}

const t = initTRPC.context<Context>().create();
const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});

const columns = {
  id: notes.id,
  title: notes.title,
  body: notes.body,
  createdAt: notes.createdAt,
  updatedAt: notes.updatedAt,
};

const notesRouter = t.router({
  list: signedIn
    .input(ListNotes)
    .output(z.array(Note))
    .query(({ ctx, input }) =>
      db
        .select(columns)
        .from(notes)
        .where(eq(notes.userId, ctx.user.id))
        .orderBy(desc(notes.id))
        .limit(input.limit),
    ),
  create: signedIn
    .input(CreateNote)
    .output(Note)
    .mutation(async ({ ctx, input }) => {
      const [note] = await db
        .insert(notes)
        .values({ ...input, userId: ctx.user.id })
        .returning(columns);
      if (!note) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR' });
      return note;
    }),
});

const router = t.router({ notes: notesRouter });

async function findUser(token: string): Promise<Context['user']> {
  const [row] = await db
    .select({ id: users.id, email: users.email, name: users.name, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, new Date())));
  return row ?? null;
}

const owners = new Map(
  (await db.select({ token: sessions.token, id: sessions.userId }).from(sessions)).map(({ token, id }) => [
    token,
    { id },
  ]),
);

async function serve(request: Request): Promise<Response> {
  const unchecked = new URL(request.url).pathname.startsWith('/unchecked/');
  return fetchRequestHandler({
    endpoint: unchecked ? '/unchecked' : '/trpc',
    req: request,
    router,
    createContext: async () => {
      const token = readToken(request.headers.get('cookie'), secret);
      if (token === undefined) return { user: null };
      return { user: unchecked ? (owners.get(token) ?? null) : await findUser(token) };
    },
  });
}

createServer(getRequestListener(serve, { overrideGlobalObjects: false })).listen(
  port,
  '127.0.0.1',
  reportUsage,
);
