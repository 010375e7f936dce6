import { type TestPush, testPush } from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import { planAllJob, sendDueJob } from '../server/jobs/notice-jobs.ts';
import { type GraceServer, newCaregiver, newHolder, startGrace } from './family.ts';
import { dailyAt, newMedication } from './medicine.ts';
import { runServiceJob } from './run-jobs.ts';

/** A server whose clock the test moves and whose push service it holds. */
export async function startScene(at: string) {
  const clock = { at: new Date(at) };
  const push = testPush();
  const server = await startGrace({ now: () => clock.at, pushFetch: push.fetch });
  return {
    server,
    push,
    /** Moves the clock, and lets the job run that plans. */
    async plan(instant: string) {
      clock.at = new Date(instant);
      await runServiceJob(server, planAllJob);
    },
    /** Moves the clock, and lets the job run that sends. */
    async send(instant: string) {
      clock.at = new Date(instant);
      await runServiceJob(server, sendDueJob);
    },
    setClock(instant: string) {
      clock.at = new Date(instant);
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Somebody's person with a medicine at 08:00, unless another time is given, and two caregivers who are turned to one after the other. */
export async function newCare(
  server: GraceServer,
  push: TestPush,
  timeZone = 'America/New_York',
  time = '08:00',
) {
  const amara = await newHolder(server, timeZone);
  const { profileId } = amara;
  const medication = newMedication(profileId, { plan: dailyAt(time), escalationDelayMinutes: 30 });
  await amara.client.medications.create.mutate(medication);
  const caregiver = async (name: string, order: number | null) => {
    const person = await newCaregiver(server, { profileId, name, level: 'log' });
    await server.db.admin`
      update grace.caregivers set escalation_order = ${order} where id = ${person.caregiverId}`;
    return { ...person, device: await newDevice(push, person) };
  };
  const [ben, cleo, dora] = [
    await caregiver('Ben', 1),
    await caregiver('Cleo', 2),
    await caregiver('Dora', null),
  ];
  return {
    amara: { ...amara, device: await newDevice(push, amara) },
    ben,
    cleo,
    dora,
    profileId,
    medication,
  };
}

type AnyPerson = Pick<Awaited<ReturnType<typeof newHolder>>, 'client'>;

/** A device of somebody's that has subscribed. */
export async function newDevice(push: TestPush, { client }: AnyPerson) {
  const device = push.device();
  await client.push.add.mutate({ id: uuidV7(), subscription: device.subscription, name: 'Phone' });
  return device;
}
