import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enqueueAsService, type ServiceJobDefinition } from '@commons/api';
import { startTestSmtp, testPush } from '@commons/api/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { localAt } from '../../schedule/zone.ts';
import { newCare, newDevice } from '../../testing/care-scene.ts';
import { type GraceServer, startGrace } from '../../testing/family.ts';
import { startNoticeWorker } from '../../testing/notice-worker.ts';
import { startPushGate } from '../../testing/push-gate.ts';
import { planAllJob, sendDigestsJob, sendDueJob } from '../jobs/notice-jobs.ts';

const patient = { timeout: 120_000 };
const msPerMinute = 60_000;
const zone = 'Atlantic/Reykjavik';
// Nobody listens there: a worker that has nothing to say to it.
const nowhere = 'http://127.0.0.1:9/';

let server: GraceServer;
let folder: string;
const push = testPush();
beforeAll(async () => {
  // This process answers requests, two hours ago, and works on nothing; the workers have the real clock.
  const at = new Date(Date.now() - 120 * msPerMinute);
  server = await startGrace({ now: () => at, workUrl: undefined, pushFetch: push.fetch });
  folder = mkdtempSync(join(tmpdir(), 'grace-worker-'));
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** Workers that all end at once. */
async function startWorkers(count: number, reach: { pushUrl?: string; smtpUrl?: string }) {
  const options = { folder, pushUrl: nowhere, smtpUrl: 'smtp://127.0.0.1:9', ...reach };
  const workers = await Promise.all(
    Array.from({ length: count }, () => startNoticeWorker(server.db, options)),
  );
  const killAll = async () => void (await Promise.all(workers.map((worker) => worker.kill())));
  onTestFinished(killAll);
  return killAll;
}

const enqueue = (job: ServiceJobDefinition) =>
  server.db.service.asService('as its schedule would', (tx) => enqueueAsService(tx, job, {}));

async function endsOf(queue: string) {
  const [row] = await server.db.admin<{ done: number; open: number }[]>`
    select count(*) filter (where state = 'completed')::int as done,
      count(*) filter (where state <> 'completed')::int as open
    from pgboss.job where name = ${queue}`;
  return row;
}

describe('workers that are killed while they send', () => {
  it('leave each reminder to others, and it reaches each device of each person once', async () => {
    await using gate = await startPushGate(push);
    // Half an hour and a minute ago: its time has come for everybody, and it is open for the first two.
    const time = localAt(zone, Date.now() - 31 * msPerMinute).time;
    const { amara, ben, cleo, dora, profileId } = await newCare(server, push, zone, time);
    const people = [amara, ben, cleo, dora];
    const tablets = await Promise.all(people.map((person) => newDevice(push, person)));
    for (const { client } of people) {
      await client.notices.saveSettings.mutate({ profileId, wantsDoses: true, digestTime: null });
    }
    const planned = async () =>
      (await server.db.admin`select id from grace.notices where profile_id = ${profileId}`).length;

    // What was taken and answered is noted before anybody dies: else it would rightly be sent again.
    const noted = async () =>
      (
        await server.db.admin`
          select unnest(pushed_to) from grace.notices where profile_id = ${profileId}`
      ).length;

    let held = gate.hold('held before', { taken: 3, held: 3 });
    let killAll = await startWorkers(2, { pushUrl: gate.url });
    await enqueue(planAllJob);
    await expect.poll(planned, patient).toBe(7);
    await enqueue(sendDueJob);
    await held;
    await expect.poll(noted, patient).toBe(3);
    await killAll();
    held = gate.hold('held after', { taken: 2, held: 3 });
    killAll = await startWorkers(2, { pushUrl: gate.url });
    await held;
    await expect.poll(noted, patient).toBe(5);
    await killAll();
    gate.open();
    await startWorkers(2, { pushUrl: gate.url });
    await expect.poll(() => endsOf('user.grace.send-notice'), patient).toEqual({ done: 6, open: 0 });

    const devices = [...people.map(({ device }) => device), ...tablets];
    const tagsOf = (device: (typeof devices)[number]) =>
      device.received.map(({ payload }) => JSON.parse(payload).tag as string);
    // As a screen shows them: one with the tag of another takes its place.
    expect(devices.map((device) => new Set(tagsOf(device)).size)).toEqual([2, 2, 1, 1, 2, 2, 1, 1]);
    // Only what a push service took without a word was sent again.
    expect(gate.unanswered).toBeGreaterThan(0);
    expect(devices.flatMap(tagsOf)).toHaveLength(12 + gate.unanswered);
    const lists = await Promise.all(people.map(({ client }) => client.notices.list.query({})));
    expect(lists.map(({ notices }) => notices.length)).toEqual([2, 2, 1, 1]);
  }, 240_000);

  it('leave each digest to others, and it is in each mailbox once', async () => {
    const { ben, cleo, profileId } = await newCare(server, push, zone);
    for (const { client } of [ben, cleo]) {
      await client.notices.saveSettings.mutate({ profileId, wantsDoses: false, digestTime: '07:00' });
    }
    await server.db.admin`
      update grace.notice_settings set next_digest_at = now() - interval '1 minute'
      where profile_id = ${profileId} and digest_time is not null`;
    // A mail server that accepts connections and says nothing.
    const { promise: bothWait, resolve } = Promise.withResolvers<void>();
    let waiting = 0;
    const silent = createServer((socket) => {
      socket.on('error', () => {});
      waiting += 1;
      if (waiting === 2) resolve();
    });
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;

    const killAll = await startWorkers(2, { smtpUrl: `smtp://127.0.0.1:${port}` });
    await enqueue(sendDigestsJob);
    await bothWait;
    await killAll();
    await using smtp = await startTestSmtp();
    await startWorkers(2, { smtpUrl: smtp.url });
    await expect.poll(() => endsOf('user.commons.mail-by-person'), patient).toEqual({ done: 2, open: 0 });

    expect(smtp.received.map(({ to }) => to.join()).sort()).toEqual([ben.email, cleo.email].sort());
  }, 240_000);
});
