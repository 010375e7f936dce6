import { AppError, defineApp, router, sessionGuarded, signedInProcedure, tracked } from '@commons/api';
import { desc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { z } from 'zod';
import { readBenchEnvironment } from '../env.ts';
import { CreateNote, ListNotes, Note } from '../schemas.ts';
import { notes as plainNotes } from '../usual/tables.ts';
import * as schema from './notes.ts';

const columnsOf = ({ id, title, body, createdAt, updatedAt }: typeof schema.notes | typeof plainNotes) => ({
  id,
  title,
  body,
  createdAt,
  updatedAt,
});

const list = (table: typeof schema.notes) =>
  signedInProcedure
    .input(ListNotes)
    .output(z.array(Note))
    .query(({ ctx, input }) =>
      ctx.asUser((tx) =>
        tx
          .select(columnsOf(table))
          .from(table)
          .where(eq(table.userId, ctx.user.id))
          .orderBy(desc(table.id))
          .limit(input.limit),
      ),
    );

const create = signedInProcedure
  .input(CreateNote)
  .output(Note)
  .mutation(async ({ ctx, input }) => {
    const [note] = await ctx.asUser((tx) =>
      tx
        .insert(schema.notes)
        .values({ ...input, userId: ctx.user.id })
        .returning(columnsOf(schema.notes)),
    );
    if (!note) throw new AppError('NOT_FOUND');
    return note;
  });

// The same route on tables without row-level security and without a context.
const db = drizzle(postgres(readBenchEnvironment().ownerUrl, { max: 10, fetch_types: false }));
const plainList = signedInProcedure
  .input(ListNotes)
  .output(z.array(Note))
  .query(({ ctx, input }) =>
    db
      .select(columnsOf(plainNotes))
      .from(plainNotes)
      .where(eq(plainNotes.userId, ctx.user.id))
      .orderBy(desc(plainNotes.id))
      .limit(input.limit),
  );

const tokenMs = 50;

const live = router({
  /** Twenty tokens a second, each with the time at which it was handed over. */
  tokens: signedInProcedure.subscription(({ ctx }) =>
    sessionGuarded(ctx, async function* (signal) {
      for (let count = 0; !signal.aborted; count += 1) {
        yield tracked(String(count), { count, at: Date.now(), text: 'some words ' });
        await new Promise((resolve) => setTimeout(resolve, tokenMs));
      }
    }),
  ),
  /** Never says anything. */
  silence: signedInProcedure.subscription(({ ctx }) =>
    sessionGuarded(ctx, async function* (signal): AsyncGenerator<string> {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    }),
  ),
});

export const bench = defineApp({
  name: 'bench',
  title: 'Bench',
  description: 'What is measured.',
  router: router({
    notes: router({ list: list(schema.notes), create }),
    many: router({ list: list(schema.manyNotes as unknown as typeof schema.notes) }),
    plain: router({ list: plainList }),
    live,
  }),
  schema,
  migrations: new URL('./migrations/', import.meta.url),
});
