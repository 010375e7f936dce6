import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startScene } from '../../testing/care-scene.ts';
import { type GracePerson, newHolder } from '../../testing/family.ts';

const now = new Date().toISOString();

let scene: Awaited<ReturnType<typeof startScene>>;
beforeAll(async () => {
  scene = await startScene(now);
});
afterAll(() => scene?.[Symbol.asyncDispose]());

async function withDevice(person: GracePerson) {
  const device = scene.push.device();
  const id = uuidV7();
  await person.client.push.add.mutate({ id, subscription: device.subscription, name: 'Browser' });
  return { person, id, device };
}

/** Somebody with two browsers, both of which take messages. */
async function newOwner() {
  const holder = await newHolder(scene.server);
  const [lost, kept] = [await withDevice(holder), await withDevice(await scene.server.signIn(holder))];
  const send = async () => {
    await scene.server.db.admin`
      insert into grace.notices (profile_id, user_id, kind, key, send_at, on_day)
      values (${holder.profileId}, ${holder.userId}, 'refill_due', ${uuidV7()}, now() - interval '1 minute', '2027-03-12')`;
    await scene.send(now);
  };
  const received = () => [lost.device.received.length, kept.device.received.length];
  return { holder, lost, kept, send, received };
}

type Owner = Awaited<ReturnType<typeof newOwner>>;
const revokeLost = async ({ kept: { person } }: Owner) => {
  const devices = (await (await person.request('/api/account/devices')).json()) as {
    id: string;
    current: boolean;
  }[];
  const id = devices.find(({ current }) => !current)?.id ?? '';
  return person.request('/api/account/devices/revoke', { id });
};

describe('messages to a browser whose session has ended', () => {
  it.each<[string, (owner: Owner) => Promise<Response>]>([
    ['from another device', revokeLost],
    ['with all others', ({ kept }) => kept.person.request('/api/auth/revoke-other-sessions', {})],
    ['by signing out', ({ lost }) => lost.person.request('/api/auth/sign-out', {})],
  ])('%s go no further, and the others come', async (_, end) => {
    const owner = await newOwner();
    await owner.send();
    expect(owner.received()).toEqual([1, 1]);
    expect((await end(owner)).status).toBe(200);
    await owner.send();

    expect(owner.received()).toEqual([1, 2]);
    const { client } = owner.kept.person;
    expect((await client.push.devices.query()).map(({ id }) => id)).toEqual([owner.kept.id]);
    await expect(client.push.test.mutate({ id: owner.lost.id })).rejects.toMatchObject({
      data: { code: 'NOT_FOUND' },
    });
    expect(owner.received()).toEqual([1, 2]);
  });

  it('go to none at all after the password was reset', async () => {
    const owner = await newOwner();
    const { email } = owner.holder;
    await scene.server.visitor.request('/api/auth/request-password-reset', { email, redirectTo: '/grace/' });
    const { text } = await scene.server.mailbox.next(email);
    const [, token = ''] = /reset-password\/([^?\s]+)/.exec(text) ?? [];
    const reset = { token, newPassword: 'of the real owner' };
    expect((await scene.server.visitor.request('/api/auth/reset-password', reset)).status).toBe(200);
    await owner.send();

    expect(owner.received()).toEqual([0, 0]);
  });

  it('stop between one device and the next, when it ends while they are sent', async () => {
    const owner = await newOwner();
    const device = owner.lost.device as typeof owner.lost.device & { receive(push: Request): Promise<void> };
    const receive = device.receive;
    device.receive = async (push) => {
      await receive.call(device, push);
      await owner.lost.person.request('/api/auth/revoke-other-sessions', {});
    };
    await owner.send();

    expect(owner.received()).toEqual([1, 0]);
  });

  it('go on in the session that the browser has next, once it has said so, and to no browser that was not added', async () => {
    const owner = await newOwner();
    await revokeLost(owner);
    const again = await scene.server.signIn(owner.holder);
    const stranger = scene.push.device();
    await again.client.push.renew.mutate({ subscription: owner.lost.device.subscription });
    await again.client.push.renew.mutate({ subscription: stranger.subscription });
    await owner.send();

    expect(owner.received()).toEqual([1, 1]);
    expect(await again.client.push.devices.query()).toHaveLength(2);
  });

  it('are not renewed by anybody else who uses the browser', async () => {
    const owner = await newOwner();
    await revokeLost(owner);
    const ben = await scene.server.signUp({ name: 'Ben' });
    await ben.client.push.renew.mutate({ subscription: owner.lost.device.subscription });
    await owner.send();

    expect(owner.received()).toEqual([0, 1]);
    expect(await ben.client.push.devices.query()).toEqual([]);
  });
});
