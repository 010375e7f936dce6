import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { errorCode } from '../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { audit, auditFor } from './audit.ts';
import type { Caller } from './context/open-database.ts';
import { auditLog } from './schema/audit-log.ts';
import { users } from './schema/users.ts';

const entry = { action: 'note_deleted', resourceType: 'note', resourceId: 'n1', details: { count: 2 } };

describe('the audit log', () => {
  let db: TestDatabase;
  let caller: Caller;
  let stranger: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    stranger = (await db.createUser()).id;
  });
  beforeEach(async () => {
    const { id } = await db.createUser();
    caller = { userId: id, app: 'notes', requestId: 'r1', ipAddress: '192.0.2.7', userAgent: 'a browser' };
  });
  afterAll(() => db[Symbol.asyncDispose]());

  const rowsOf = (userId: string) => db.admin`
    select user_id, app, action, resource_type, resource_id, details, ip_address, user_agent, request_id
    from audit_log where user_id = ${userId}`;
  const written = (userId: string) => ({
    user_id: userId,
    app: 'notes',
    action: 'note_deleted',
    resource_type: 'note',
    resource_id: 'n1',
    details: { count: 2 },
    ip_address: '192.0.2.7',
    user_agent: 'a browser',
    request_id: 'r1',
  });

  it('says who did what in which request', async () => {
    await db.database.asUser(caller, (tx) => audit(tx, entry));
    expect(await rowsOf(caller.userId)).toEqual([written(caller.userId)]);
  });

  it('keeps nothing of a transaction that was taken back', async () => {
    const failed = db.database.asUser(caller, async (tx) => {
      await audit(tx, entry);
      throw new Error('taken back');
    });
    await expect(failed).rejects.toThrow('taken back');
    expect(await rowsOf(caller.userId)).toEqual([]);
  });

  it('cuts what a client sent to the length of its column', async () => {
    const long = {
      ...caller,
      userAgent: 'u'.repeat(5_000),
      requestId: 'r'.repeat(5_000),
      ipAddress: '1'.repeat(500),
    };
    await db.database.asUser(long, (tx) => audit(tx, { action: 'a', resourceType: 'b' }));
    const [row] = await rowsOf(caller.userId);
    expect([row?.user_agent.length, row?.request_id.length, row?.ip_address.length]).toEqual([500, 100, 45]);
    expect(row).toMatchObject({ resource_id: null, details: null });
  });

  it('is read by the person it is about and by nobody else', async () => {
    await db.database.asUser(caller, (tx) => audit(tx, entry));
    const read = (userId: string) =>
      db.database.asUser({ userId }, (tx) => tx.select({ id: auditLog.id }).from(auditLog));
    expect(await read(caller.userId)).toHaveLength(1);
    expect(await read(stranger)).toEqual([]);
    expect(
      await errorCode(() => db.database.asAnon((tx) => tx.select({ id: auditLog.id }).from(auditLog))),
    ).toBe('42501');
  });

  it('is written on somebody’s or nobody’s behalf by the service alone', async () => {
    await db.service.asService('test', (tx) => auditFor(tx, caller, entry));
    expect(await rowsOf(caller.userId)).toEqual([written(caller.userId)]);
    await db.service.asService('test', (tx) => auditFor(tx, undefined, { ...entry, action: 'cleaned_up' }));
    expect(await db.admin`select user_id, app from audit_log where action = 'cleaned_up'`).toEqual([
      { user_id: null, app: null },
    ]);
    const forged = { ...caller, userId: stranger };
    expect(await errorCode(() => db.database.asUser(caller, (tx) => auditFor(tx, forged, entry)))).toBe(
      '42501',
    );
    expect(await errorCode(() => db.database.asAnon((tx) => auditFor(tx, forged, entry)))).toBe('42501');
    expect(await errorCode(() => db.database.asAnon((tx) => audit(tx, entry)))).toBe('42501');
  });

  it.each([
    `insert into public.audit_log (user_id, action, resource_type) values ('${randomUUID()}', 'a', 'b')`,
    `update public.audit_log set action = 'forged'`,
    `update public.audit_log set user_id = null`,
    'delete from public.audit_log',
    'truncate public.audit_log',
    'drop table public.audit_log',
    'drop policy select_own on public.audit_log',
    'create trigger quiet before insert on public.audit_log for each row execute function app.set_updated_at()',
  ])('cannot be tampered with by anybody who serves requests: %s', async (statement) => {
    await db.database.asUser(caller, (tx) => audit(tx, entry));
    const attempt = sql.raw(statement);
    expect(await errorCode(() => db.database.asUser(caller, (tx) => tx.execute(attempt)))).toBe('42501');
    expect(await errorCode(() => db.database.asAnon((tx) => tx.execute(attempt)))).toBe('42501');
    expect(await errorCode(() => db.service.asService('test', (tx) => tx.execute(attempt)))).toBe('42501');
    expect(await rowsOf(caller.userId)).toEqual([written(caller.userId)]);
  });

  it('reaches no row for the owner’s login either, who could only take the table away', async () => {
    await db.database.asUser(caller, (tx) => audit(tx, entry));
    const owner = postgres(db.logins.owner, { max: 1 });
    expect(await owner`select from public.audit_log`).toHaveLength(0);
    await owner`delete from public.audit_log`;
    await owner`update public.audit_log set action = 'forged'`;
    await owner.end();
    expect(await rowsOf(caller.userId)).toEqual([written(caller.userId)]);
  });

  it('stands in the order in which one transaction did it', async () => {
    const deeds = Array.from({ length: 20 }, (_, index) => `step_${index}`);
    await db.database.asUser(caller, async (tx) => {
      for (const action of deeds) await audit(tx, { ...entry, action });
    });
    const rows = await db.admin`
      select action from audit_log where user_id = ${caller.userId} and action like 'step_%' order by "timestamp"`;

    expect(rows.map(({ action }) => action)).toEqual(deeds);
  });

  it('outlives the person, without naming them', async () => {
    const about = { ...entry, action: 'outlived' };
    await db.database.asUser(caller, (tx) => audit(tx, about));
    await db.database.asUser(caller, (tx) =>
      audit(tx, { ...about, resourceId: caller.userId, details: { members: [stranger, caller.userId] } }),
    );
    await db.service.asService('test', (tx) => tx.delete(users).where(sql`id = ${caller.userId}`));
    const rows = await db.admin`
      select to_jsonb(audit_log) - 'id' - 'timestamp' as row from audit_log where action = 'outlived' order by "timestamp"`;
    const deed = { action: 'outlived', app: 'notes', resource_type: 'note' };
    const nobody = { user_id: null, ip_address: null, user_agent: null, request_id: null };

    expect(rows.map(({ row }) => row)).toEqual([
      { ...deed, ...nobody, resource_id: 'n1', details: { count: 2 } },
      { ...deed, ...nobody, resource_id: null, details: null },
    ]);
  });
});
