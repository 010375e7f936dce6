import { expect, it } from 'vitest';
import { z } from 'zod';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer } from '../../testing/index.ts';
import { defineApp } from '../define-app.ts';
import { defineServiceJob } from '../jobs/define-job.ts';
import { enqueueAsService } from '../jobs/enqueue.ts';
import { publicProcedure, router } from '../trpc/procedures.ts';

it('requests, jobs and apps read one clock, which a test moves', async () => {
  let now = new Date('2027-03-14T06:59:00Z');
  const started: Date[] = [];
  let told = Promise.withResolvers<Date>();
  const timeJob = defineServiceJob({
    name: 'sample.time',
    schema: z.object({}),
    run: async (job) => told.resolve(job.now()),
  });
  const app = defineApp({
    ...sampleApp,
    router: router({ time: publicProcedure.query(({ ctx }) => ctx.now().toISOString()) }),
    jobs: [timeJob],
    start(runtime: { now: () => Date }) {
      started.push(runtime.now());
      return () => {};
    },
  });
  await using server = await startTestServer({ apps: [app], now: () => now });
  const askJob = async () => {
    told = Promise.withResolvers();
    await server.db.service.asService('ask a job the time', (tx) => enqueueAsService(tx, timeJob, {}));
    return (await told.promise).toISOString();
  };

  expect(started).toEqual([now]);
  expect([await server.visitor.client.time.query(), await askJob()]).toEqual([
    '2027-03-14T06:59:00.000Z',
    '2027-03-14T06:59:00.000Z',
  ]);
  now = new Date('2027-03-14T07:01:00Z');
  expect([await server.visitor.client.time.query(), await askJob()]).toEqual([
    '2027-03-14T07:01:00.000Z',
    '2027-03-14T07:01:00.000Z',
  ]);
});
