import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, startTestSmtp, type TestServer, type TestSmtp } from '../../testing/index.ts';
import { defineApp } from '../define-app.ts';
import { publicProcedure, router, signedInProcedure } from '../trpc/procedures.ts';
import { appMail } from './app-mail.ts';
import { defineJob, defineServiceJob } from './define-job.ts';
import { enqueue, enqueueAsService } from './enqueue.ts';

const Letter = z.object({ to: z.string(), subject: z.string().default('Hello'), key: z.string().optional() });
const mailOf = ({ to, subject }: z.output<typeof Letter>) => ({ to, subject, text: 'Come and see.' });

const personJob = defineJob({
  name: 'sample.letter',
  schema: Letter,
  run: (job) => job.asUser((tx) => job.postMail(tx, mailOf(job.data), { key: job.id })),
});
const serviceJob = defineServiceJob({
  name: 'sample.notice',
  schema: Letter,
  run: (job) => job.asService('notice', (tx) => job.postMail(tx, mailOf(job.data), { key: job.id })),
});

const app = defineApp({
  ...sampleApp,
  jobs: [personJob, serviceJob],
  router: router({
    canMail: publicProcedure.query(({ ctx }) => ({ canMail: ctx.canMail, siteUrl: ctx.siteUrl })),
    write: signedInProcedure
      .input(Letter)
      .mutation(({ ctx, input: { key, ...letter } }) =>
        ctx.asUser((tx) => ctx.postMail(tx, mailOf(letter), key === undefined ? {} : { key })),
      ),
    writeAndFail: signedInProcedure.input(Letter).mutation(({ ctx, input }) =>
      ctx.asUser(async (tx) => {
        await ctx.postMail(tx, mailOf(input));
        throw new Error('it breaks after the mail was posted');
      }),
    ),
    writeAsNobody: signedInProcedure
      .input(Letter)
      .mutation(({ ctx, input }) => ctx.asAnon((tx) => ctx.postMail(tx, mailOf(input)))),
  }),
});

let smtp: TestSmtp;
let server: TestServer<typeof app.router>;
beforeAll(async () => {
  smtp = await startTestSmtp();
  server = await startTestServer({ apps: [app], env: { smtpUrl: smtp.url, secret }, deliver: undefined });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await smtp?.[Symbol.asyncDispose]();
});

const secret = 'a secret that the server and this test share, and nobody else';
const address = () => `${crypto.randomUUID()}@example.org`;
const to = (recipient: string) => smtp.received.filter((mail) => mail.to.includes(recipient));
const waiting = () => server.db.admin<{ data: unknown }[]>`
  select data from pgboss.job where name like '%.commons.mail-by-%' and state < 'completed'`;

/** Posts one more mail and waits for it: whatever was posted before has been sent or dropped by then. */
async function settled(): Promise<void> {
  const last = address();
  await server.db.service.asService('post the last', (tx) => enqueueAsService(tx, serviceJob, { to: last }));
  await expect.poll(() => to(last).length, { timeout: 20_000 }).toBe(1);
  await expect.poll(waiting, { timeout: 20_000 }).toEqual([]);
}

/** What this server would put into the database for a mail of this person; the test asserts that it names nobody. */
async function sealFor(userId: string, recipient: string): Promise<string> {
  const sent: unknown[] = [];
  const execute = async (query: Parameters<PgDialect['sqlToQuery']>[0]) => {
    sent.push(...new PgDialect().sqlToQuery(query).params);
    return [];
  };
  const mail = appMail({ secret: secret, deliver: async () => {}, canMail: true, now: () => new Date() });
  await mail.postAs(userId)({ execute } as never, mailOf({ to: recipient, subject: 'Sealed' }));
  expect(sent.join()).not.toMatch(/example\.org|Sealed|Come and see/);
  const payload = sent.find((value) => String(value).includes('sealed'));
  return z.object({ sealed: z.string() }).parse(JSON.parse(String(payload))).sealed;
}

describe('mail of an app', () => {
  it('goes out by SMTP when its transaction has committed, and never when it has not', async () => {
    const anna = await server.signUp();
    const [kept, lost] = [address(), address()];
    await anna.client.write.mutate({ to: kept, subject: 'Come\r\nBcc: everybody@example.org' });
    await expect(anna.client.writeAndFail.mutate({ to: lost })).rejects.toThrow();
    await settled();

    expect(to(kept)).toHaveLength(1);
    expect(to(kept)[0]?.to).toEqual([kept]);
    expect(to(kept)[0]?.source).toMatch(/^Subject: Come Bcc: everybody@example\.org\r$/m);
    expect(to(kept)[0]?.source).toContain('Come and see.');
    expect(to(lost)).toEqual([]);
    expect(smtp.received.flatMap((mail) => mail.to)).not.toContain('everybody@example.org');
  });

  it('goes out of jobs of people and of nobody', async () => {
    const { id: userId } = await server.db.createUser();
    const [byPerson, byNobody] = [address(), address()];
    await server.db.database.asUser({ userId }, (tx) => enqueue(tx, personJob, { to: byPerson }));
    await server.db.service.asService('notice', (tx) => enqueueAsService(tx, serviceJob, { to: byNobody }));

    await expect.poll(() => to(byPerson).length, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => to(byNobody).length, { timeout: 20_000 }).toBe(1);
  });

  it('is posted once under one key', async () => {
    const anna = await server.signUp();
    const recipient = address();
    await anna.client.write.mutate({ to: recipient, key: 'invitation-1' });
    await anna.client.write.mutate({ to: recipient, key: 'invitation-1' });
    await settled();

    expect(to(recipient)).toHaveLength(1);
  });

  it('waits sealed, and what another hand has put there is not sent', async () => {
    const [anna, ben] = [await server.signUp(), await server.signUp()];
    const recipient = address();
    const seal = await sealFor(anna.userId, recipient);
    const enqueueSealed = (userId: string, sealed: string) =>
      server.db.database.asUser({ userId }, (tx) =>
        tx.execute(
          sql`select app.enqueue('user.commons.mail-by-person', ${JSON.stringify({ sealed })}::jsonb, null, 0)`,
        ),
      );
    await enqueueSealed(ben.userId, seal);
    await enqueueSealed(ben.userId, 'A'.repeat(200));
    await settled();
    expect(to(recipient)).toEqual([]);
    expect(server.logText()).toContain('without this server’s seal');

    await enqueueSealed(anna.userId, seal);
    await expect.poll(() => to(recipient).length, { timeout: 20_000 }).toBe(1);
  });

  it('goes to one address, and nobody posts without a person', async () => {
    const anna = await server.signUp();
    await expect(anna.client.write.mutate({ to: 'a@example.org, b@example.org' })).rejects.toThrow();
    await expect(anna.client.writeAsNobody.mutate({ to: address() })).rejects.toMatchObject({
      data: { code: 'FORBIDDEN' },
    });
  });

  it('has a limit a day for who writes and for who gets it; what was rolled back does not count', async () => {
    const anna = await server.signUp();
    for (let index = 0; index < 3; index += 1) {
      await expect(anna.client.writeAndFail.mutate({ to: address() })).rejects.toThrow();
    }
    const results = await Promise.allSettled(
      Array.from({ length: 53 }, () => anna.client.write.mutate({ to: address() })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    await expect(anna.client.write.mutate({ to: address() })).rejects.toMatchObject({
      data: { code: 'RATE_LIMITED' },
    });

    const [one, ...people] = await Promise.all([server.signUp(), server.signUp()]);
    const victim = address();
    for (let index = 0; index < 20; index += 1) await one.client.write.mutate({ to: victim });
    for (const other of people) {
      await expect(other.client.write.mutate({ to: victim.toUpperCase() })).rejects.toMatchObject({
        data: { code: 'RATE_LIMITED' },
      });
    }
  });

  it('from somebody to themselves is not used up by strangers, and has a limit of its own', async () => {
    const [anna, stranger] = [await server.signUp(), await server.signUp()];
    const write = (person: typeof anna) => () => person.client.write.mutate({ to: anna.email });
    const sent = async (person: typeof anna) =>
      (await Promise.allSettled(Array.from({ length: 21 }, write(person)))).filter(
        ({ status }) => status === 'fulfilled',
      ).length;

    expect(await sent(stranger)).toBe(20);
    expect(await sent(anna)).toBe(20);
  });

  it('says whether it reaches anybody, and where the site is', async () => {
    expect(await server.visitor.client.canMail.query()).toEqual({ canMail: true, siteUrl: server.url });
    await using silent = await startTestServer({ apps: [app], deliver: undefined });
    expect(await silent.visitor.client.canMail.query()).toMatchObject({ canMail: false });
  });
});
