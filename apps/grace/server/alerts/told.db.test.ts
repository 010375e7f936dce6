import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CareLevel, CareScope } from '../../care/schemas.ts';
import { loadCatalogues } from '../../db/seed/load.ts';
import { startScene } from '../../testing/care-scene.ts';
import { type GracePerson, newCaregiver, newHolder } from '../../testing/family.ts';
import { newSession } from '../../testing/talk.ts';

const now = new Date(Date.now() + 1000).toISOString();

let scene: Awaited<ReturnType<typeof startScene>>;
beforeAll(async () => {
  scene = await startScene(now);
  await loadCatalogues(scene.server.db.service);
});
afterAll(() => scene?.[Symbol.asyncDispose]());

async function withDevice<P extends GracePerson>(person: P) {
  const device = scene.push.device();
  await person.client.push.add.mutate({ id: uuidV7(), subscription: device.subscription, name: 'Phone' });
  return { ...person, device };
}
type Told = Awaited<ReturnType<typeof withDevice<GracePerson>>>;
const counts = (people: Told[]) => people.map(({ device }) => device.received.length);
const fall = 'I fell in the bath';

async function newCircle() {
  const holder = await withDevice(await newHolder(scene.server));
  const { profileId } = holder;
  const caregiver = async (name: string, level: CareLevel, scopes: CareScope[]) =>
    withDevice(await newCaregiver(scene.server, { profileId, name, level, scopes }));
  return {
    holder,
    ben: await caregiver('Ben', 'log', ['emergency_card']),
    cleo: await caregiver('Cleo', 'manage', ['chat_summaries', 'medications']),
    viewer: await caregiver('Vera', 'view', ['emergency_card', 'chat_transcripts']),
    nurse: await caregiver('Nora', 'manage', ['medications', 'notes']),
  };
}
type Circle = Awaited<ReturnType<typeof newCircle>>;

async function say({ holder }: Circle, content = fall) {
  const said = { id: uuidV7(), sessionId: await newSession(holder), content };
  await holder.client.turns.say.mutate(said);
  return said;
}

describe('what the person says on the safety list', () => {
  it('is told once to the holder and to those who may see to it, and to nobody else', async () => {
    const circle = await newCircle();
    const { holder, ben, cleo, viewer, nurse } = circle;
    const stranger = await withDevice(await scene.server.signUp({ name: 'Sam' }));
    const said = await say(circle);
    await holder.client.turns.say.mutate(said);
    await scene.send(now);
    await scene.send(now);

    expect(counts([holder, ben, cleo, viewer, nurse, stranger])).toEqual([1, 1, 1, 0, 0, 0]);
    for (const person of [viewer, nurse, stranger])
      expect((await person.client.notices.list.query({})).notices).toEqual([]);
    const { notices } = await ben.client.notices.list.query({});
    expect(notices).toMatchObject([{ kind: 'safety_alert', title: 'Margaret: please look in' }]);
  });

  it('puts none of the words on a locked screen', async () => {
    const circle = await newCircle();
    await say(circle);
    await scene.send(now);

    const [message] = circle.ben.device.received;
    expect(message?.payload).toContain('please look in');
    expect(message?.payload).not.toMatch(/fell|bath|fall/);
  });

  it('is not told when somebody sees to it before, nor to those whose access was cut meanwhile', async () => {
    const circle = await newCircle();
    const { holder, ben, cleo } = circle;
    await say(circle);
    await scene.server.db
      .admin`update grace.caregivers set scopes = '{medications}' where id = ${cleo.caregiverId}`;
    await scene.server.db.admin`update grace.caregivers set ended_at = now() where id = ${ben.caregiverId}`;
    await scene.send(now);
    expect(counts([holder, ben, cleo])).toEqual([1, 0, 0]);

    await say(circle, 'I want to die');
    const [alert] = await holder.client.alerts.list.query({ profileId: holder.profileId });
    await holder.client.alerts.acknowledge.mutate({ profileId: holder.profileId, id: alert?.id ?? '' });
    await scene.send(now);
    expect(counts([holder, ben, cleo])).toEqual([1, 0, 0]);
  });

  it('stands as seen to with everybody who was told, once one of them sees to it', async () => {
    const circle = await newCircle();
    const { holder, ben } = circle;
    await say(circle);
    await scene.send(now);
    const noticesOfBen = async () => (await ben.client.notices.list.query({})).notices;
    expect(await noticesOfBen()).toMatchObject([{ isSettled: false }]);
    const [alert] = await holder.client.alerts.list.query({ profileId: holder.profileId });
    await holder.client.alerts.acknowledge.mutate({ profileId: holder.profileId, id: alert?.id ?? '' });

    expect(await noticesOfBen()).toMatchObject([{ isSettled: true }]);
  });

  it('is not told to those who hold their own record and have said it', async () => {
    const circle = await newCircle();
    const { profileId } = circle.holder;
    await scene.server.db.admin`update grace.profiles set basis = 'self' where id = ${profileId}`;
    await say(circle);
    await scene.send(now);

    expect(counts([circle.holder, circle.ben])).toEqual([0, 1]);
  });
});
