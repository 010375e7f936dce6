import { users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  AppError,
  defineApp,
  publicProcedure,
  router,
  sessionGuarded,
  signedInProcedure,
  tracked,
} from '../src/index.ts';

/** The secret that failing procedures of the sample app carry in every place where errors can hide one. */
export const plantedSecret = 'planted-secret-1947';

const Count = z.object({ from: z.number().int().default(0), lastEventId: z.coerce.number().optional() });

const people = router({
  me: signedInProcedure
    .output(z.object({ id: z.string(), email: z.string(), asRole: z.string() }))
    .query(async ({ ctx }) => {
      const [row] = await ctx.asUser((tx) =>
        tx.select({ id: users.id, email: users.email, asRole: sql<string>`current_user` }).from(users),
      );
      if (!row) throw new AppError('NOT_FOUND');
      return row;
    }),
  rename: signedInProcedure
    .input(z.object({ name: z.string().min(1, 'Enter a name.') }))
    .output(z.object({ name: z.string() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.asUser((tx) => tx.update(users).set({ fullName: input.name }));
      return input;
    }),
});

const failures = router({
  byCode: publicProcedure.input(z.object({ code: z.string().max(20) })).query(({ input }) => {
    throw new AppError(input.code as never, { retryAfterMs: 1_500 });
  }),
  internal: publicProcedure.query(() => {
    throw new AppError('INTERNAL', { message: plantedSecret });
  }),
  unknown: publicProcedure.query(() => {
    throw new Error(plantedSecret, { cause: { password: plantedSecret } });
  }),
  database: signedInProcedure.query(({ ctx }) =>
    ctx.asUser((tx) => tx.execute(sql`select ${plantedSecret}::text, ${plantedSecret}::int`)),
  ),
  denied: signedInProcedure.mutation(({ ctx }) =>
    ctx.asUser((tx) => tx.insert(users).values({ email: `${plantedSecret}@example.org` })),
  ),
  input: publicProcedure.input(z.object({ amount: z.number('Enter a number.') })).query(() => 'never'),
  output: publicProcedure
    // Safe because the point of this procedure is to break its own promise.
    .output(z.object({ id: z.string() }))
    .query(() => ({ id: plantedSecret.length }) as never),
});

let timesAsked = 0;

const contexts = router({
  /** Who a visitor is, if anybody. */
  whoIsThere: publicProcedure.query(({ ctx }) => ({ id: ctx.session?.user.id ?? 'nobody' })),
  /** Opens a context the first time only. */
  sometimes: signedInProcedure.query(async ({ ctx }) => {
    timesAsked += 1;
    if (timesAsked === 1) await ctx.asUser((tx) => tx.select({ id: users.id }).from(users));
    return { id: ctx.user.id };
  }),
  isFrozen: signedInProcedure.query(({ ctx }) => [ctx, ctx.session, ctx.user].every(Object.isFrozen)),
  isFrozenForVisitors: publicProcedure.query(({ ctx }) => Object.isFrozen(ctx)),
  impersonate: signedInProcedure.input(z.object({ id: z.string() })).query(({ ctx, input }) => {
    try {
      Object.assign(ctx.user, { id: input.id });
    } catch {
      return 'refused';
    }
    return 'done';
  }),
});

const live = router({
  /** Counts up on every published tick; the event's id is the count, so that it can be resumed. */
  count: signedInProcedure.input(Count).subscription(({ ctx, input }) =>
    sessionGuarded(ctx, async function* (signal) {
      const ticks = ctx.realtime.subscribe(`ticks:${ctx.user.id}`, signal);
      let count = input.lastEventId ?? input.from;
      yield tracked(String(++count), { count });
      for await (const _ of ticks) yield tracked(String(++count), { count });
    }),
  ),
  /** Never yields anything. */
  silence: signedInProcedure.subscription(({ ctx }) =>
    sessionGuarded(ctx, async function* (signal): AsyncGenerator<string> {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    }),
  ),
  tick: signedInProcedure.mutation(({ ctx }) => ctx.realtime.publish(`ticks:${ctx.user.id}`, {})),
});

const limited = router({
  byPerson: signedInProcedure.meta({ limit: { max: 3, per: 'day' } }).query(() => 'done'),
  byClient: publicProcedure.meta({ limit: { max: 3, per: 'day' } }).mutation(() => 'done'),
  often: signedInProcedure.meta({ limit: { max: 1_000, per: 'day' } }).query(() => 'done'),
});

/** An app without tables of its own that shows every behaviour which the server promises to apps. */
export const sampleApp = defineApp({
  name: 'sample',
  title: 'Sample',
  description: 'What the server promises to apps.',
  router: router({ people, failures, contexts, live, limited }),
  schema: {},
  migrations: new URL('./migrations/', import.meta.url),
});
