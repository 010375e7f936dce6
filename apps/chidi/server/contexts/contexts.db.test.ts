import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChidiPerson, noFields } from '../../testing/chidi-person.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';
import { contextSections } from './schemas.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
beforeAll(async () => {
  chidi = await startChidi();
  anna = await chidi.signUp();
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

const refusedWith = (code: string) => ({ data: { code } });
const bakery = () => ({
  id: crypto.randomUUID(),
  name: 'Backhaus',
  fields: { ...noFields, company: 'A bakery.' },
});

const versionsOf = async (id: string) =>
  await chidi.server.db.admin`
  select version, name, fields, length(content_hash) as hash_length from chidi.context_versions
  where user_context_id = ${id} order by version`;
const trailOf = async (id: string) =>
  await chidi.server.db.admin`
  select user_id, action, resource_type, details from public.audit_log where resource_id = ${id} order by timestamp, id`;

describe('adding a business', () => {
  it('keeps every field, its first version and a line in the audit log', async () => {
    const fields = Object.fromEntries(contextSections.map(({ key }) => [key, `About ${key}.`]));
    const business = { ...bakery(), fields: { ...noFields, ...fields } };
    const { id, name } = business;
    const created = await anna.client.contexts.create.mutate(business);

    expect(created).toMatchObject({ ...business, version: 1 });
    expect(await anna.client.contexts.byId.query({ id })).toEqual(created);
    expect(await versionsOf(id)).toEqual([{ version: 1, name, fields: business.fields, hash_length: 64 }]);
    expect(await trailOf(id)).toMatchObject([
      { user_id: anna.userId, action: 'context_created', resource_type: 'user_context' },
    ]);
  });

  it('ten times at once with one id adds one', async () => {
    const business = bakery();
    const created = await Promise.all(
      Array.from({ length: 10 }, () => anna.client.contexts.create.mutate(business)),
    );

    expect(new Set(created.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await versionsOf(business.id)).toHaveLength(1);
    expect(await trailOf(business.id)).toHaveLength(1);
  });

  it.each([
    ['a blank name', { name: ' ' }, { name: ['Give it a name, for example your shop’s.'] }],
    ['a long name', { name: 'x'.repeat(121) }, { name: ['Keep the name under 120 characters.'] }],
    [
      'a long field',
      { fields: { ...noFields, goals: 'x'.repeat(8_001) } },
      { 'fields.goals': ['Keep this under 8,000 characters.'] },
    ],
  ])('with %s is refused with what to do, and adds nothing', async (_what, change, fields) => {
    const business = { ...bakery(), ...change };

    await expect(anna.client.contexts.create.mutate(business)).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields },
    });
    expect(await versionsOf(business.id)).toEqual([]);
  });

  it('with characters that no database can keep, keeps all others', async () => {
    const { fields } = await anna.addBusiness({ company: 'Rye\0 \ud83d bread 🥖' });

    expect(fields.company).toBe('Rye \ufffd bread 🥖');
  });
});

describe('saving a business', () => {
  it('makes the next version, and the audit log names what changed without quoting it', async () => {
    const { id, name, version, fields } = await anna.client.contexts.create.mutate(bakery());
    const saved = await anna.client.contexts.update.mutate({
      id,
      name: 'Backhaus Graz',
      version,
      fields: { ...fields, tone: 'Warm.' },
    });

    expect(saved).toMatchObject({ version: 2, name: 'Backhaus Graz' });
    expect(await versionsOf(id)).toMatchObject([
      { version: 1, name, fields },
      { version: 2, name: 'Backhaus Graz', fields: { ...fields, tone: 'Warm.' } },
    ]);
    const [, updated] = await trailOf(id);
    expect(updated).toMatchObject({
      action: 'context_updated',
      details: { version: 2, changed: ['name', 'tone'] },
    });
    expect(JSON.stringify(updated)).not.toContain('Warm.');
  });

  it('without any change makes no version', async () => {
    const business = await anna.client.contexts.create.mutate(bakery());
    const saved = await anna.client.contexts.update.mutate(business);

    expect(saved).toEqual(business);
    expect(await versionsOf(business.id)).toHaveLength(1);
  });

  it('over a version that is not the newest is refused, and changes nothing', async () => {
    const business = await anna.client.contexts.create.mutate(bakery());
    await anna.client.contexts.update.mutate({ ...business, name: 'Second' });
    const late = anna.client.contexts.update.mutate({ ...business, name: 'Late' });

    await expect(late).rejects.toMatchObject(refusedWith('STALE_VERSION'));
    expect(await anna.client.contexts.byId.query({ id: business.id })).toMatchObject({
      name: 'Second',
      version: 2,
    });
  });

  it('from ten places at once succeeds for one', async () => {
    const business = await anna.client.contexts.create.mutate(bakery());
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        anna.client.contexts.update.mutate({ ...business, name: `Attempt ${index}` }),
      ),
    );
    const refused = attempts.filter((attempt) => attempt.status === 'rejected');

    expect(refused).toHaveLength(9);
    for (const { reason } of refused) expect(reason).toMatchObject(refusedWith('STALE_VERSION'));
    expect(await versionsOf(business.id)).toHaveLength(2);
  });
});

describe('listing businesses', () => {
  it('shows all of one’s own, the oldest first', async () => {
    const ben = await chidi.signUp();
    const names = ['Bakery', 'Café', 'Atelier'];
    for (const name of names) await ben.addBusiness({}, name);

    expect((await ben.client.contexts.list.query()).map(({ name }) => name)).toEqual(names);
  });
});

describe('removing a business', () => {
  it('takes its versions with it and leaves a line in the audit log', async () => {
    const { id } = await anna.addBusiness();
    await anna.client.contexts.remove.mutate({ id });

    await expect(anna.client.contexts.byId.query({ id })).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    await expect(anna.client.contexts.remove.mutate({ id })).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    expect(await versionsOf(id)).toEqual([]);
    expect((await trailOf(id)).map(({ action }) => action)).toEqual(['context_created', 'context_deleted']);
  });

  it('that a conversation is about is refused, and nothing is lost', async () => {
    const exchange = await anna.ask('What sells best?');
    await anna.ended(exchange);
    const { userContextId: id } = await anna.client.conversations.byId.query({ id: exchange.conversationId });

    await expect(anna.client.contexts.remove.mutate({ id })).rejects.toMatchObject({
      ...refusedWith('CONFLICT'),
      message: 'This business has conversations, which belong to it. Delete them first.',
    });
    expect(await versionsOf(id)).toHaveLength(1);
    expect(await anna.messages(exchange.conversationId)).toHaveLength(2);
  });

  it('while a conversation about it begins, one of the two is refused', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await anna.addBusiness();
      const [begun, removed] = await Promise.allSettled([
        anna.ask('What sells best?', id),
        anna.client.contexts.remove.mutate({ id }),
      ]);
      if (begun.status === 'fulfilled') await anna.ended(begun.value);

      expect([begun.status, removed.status].sort()).toEqual(['fulfilled', 'rejected']);
      if (begun.status === 'rejected') expect(begun.reason).toMatchObject(refusedWith('NOT_FOUND'));
      if (removed.status === 'rejected') expect(removed.reason).toMatchObject(refusedWith('CONFLICT'));
    }
  });
});

describe('a person who is erased', () => {
  it('leaves nothing in Chidi', async () => {
    const ben = await chidi.signUp();
    const exchange = await ben.ask('What sells best?');
    await ben.ended(exchange);
    const { admin } = chidi.server.db;
    await admin`delete from public.users where id = ${ben.userId}`;
    const [left] = await admin`
      select (select count(*) from chidi.user_contexts where user_id = ${ben.userId})
        + (select count(*) from chidi.context_versions where user_id = ${ben.userId})
        + (select count(*) from chidi.conversations where user_id = ${ben.userId})
        + (select count(*) from chidi.messages where user_id = ${ben.userId}) as rows`;

    expect(left).toEqual({ rows: '0' });
  });
});
