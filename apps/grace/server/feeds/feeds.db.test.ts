import { uuidV7 } from '@commons/shared-db';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GraceServer, newCaregiver, newHolder, startGrace } from '../../testing/family.ts';
import { dailyAt, newMedication } from '../../testing/medicine.ts';
import { runJobAs } from '../../testing/run-jobs.ts';
import { planNoticesJob } from '../notices/plan-job.ts';

const clock = { at: new Date('2027-03-13T15:00:00Z') };
let server: GraceServer;
beforeAll(async () => {
  server = await startGrace({ now: () => clock.at });
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** Somebody with metformin at 08:00 in New York, and a calendar of it. */
async function newFeed(isDiscreet = false) {
  const holder = await newHolder(server, 'America/New_York');
  const { profileId, client } = holder;
  await client.medications.create.mutate(newMedication(profileId, { plan: dailyAt('08:00') }));
  const id = uuidV7();
  const { url } = await client.feeds.create.mutate({ id, profileId, name: 'Kitchen tablet', isDiscreet });
  return { ...holder, id, url };
}

/** The events of a calendar, as a calendar program reads them. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, summary: event.summary, at: event.startDate.toJSDate().toISOString(), event };
  });
}

describe('a calendar of doses', () => {
  it('is read by calendar programs, with each dose at its instant on both sides of a clock change', async () => {
    const { url } = await newFeed();
    const response = await fetch(url);
    const text = await response.text();
    const events = eventsOf(text);

    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(events.slice(0, 2)).toMatchObject([
      { summary: 'Metformin', at: '2027-03-14T12:00:00.000Z' },
      { summary: 'Metformin', at: '2027-03-15T12:00:00.000Z' },
    ]);
    expect(events.length).toBeGreaterThan(50);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    // In UTC, so that no program has to know when the clocks of New York change.
    expect(events.every(({ event }) => event.startDate.zone === ICAL.Timezone.utcTimezone)).toBe(true);
  });

  it('names neither medicine nor person where it is to be discreet', async () => {
    const { url } = await newFeed(true);
    const text = await (await fetch(url)).text();

    expect(text).not.toMatch(/Metformin|Margaret|tablet/);
    expect(eventsOf(text)[0]).toMatchObject({ summary: 'Medicine' });
  });

  it('follows the plan: a medicine that is stopped is gone from it', async () => {
    const { url, profileId, userId } = await newFeed();
    await server.db.admin`
      update grace.schedules set effective_until = effective_from where profile_id = ${profileId}`;
    await runJobAs(server, userId, planNoticesJob, { profileId });

    expect(eventsOf(await (await fetch(url)).text())).toEqual([]);
  });

  it('leads nowhere once it is revoked, at once and for good', async () => {
    const { url, id, client, profileId, userId } = await newFeed();
    await client.feeds.revoke.mutate({ id });
    expect((await fetch(url)).status).toBe(404);
    await runJobAs(server, userId, planNoticesJob, { profileId });

    expect((await fetch(url)).status).toBe(404);
    expect(await client.feeds.list.query({ profileId })).toMatchObject([
      { id, revokedAt: expect.any(String) },
    ]);
    const [row] = await server.db.admin`select content from grace.calendar_feeds where id = ${id}`;
    expect(row).toEqual({ content: '' });

    await server.db.admin`update grace.calendar_feeds set content = 'BEGIN:VCALENDAR' where id = ${id}`;
    expect((await fetch(url)).status).toBe(404);
  });

  it('opens by its whole secret only, which is kept nowhere', async () => {
    const { url, id, profileId, client } = await newFeed();
    const other = await newFeed();
    const secret = url.split('.').at(-2) ?? '';
    const wrong = [
      url.replace(secret, secret.slice(0, -1)),
      url.replace(secret, 'A'.repeat(43)),
      url.replace(id, other.id),
      url.replace('.ics', ''),
      url.replace(id, "x' or true --"),
    ];
    for (const address of wrong) expect((await fetch(address)).status).toBe(404);

    const rows = await server.db.admin`select * from grace.calendar_feeds where id = ${id}`;
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(await client.feeds.list.query({ profileId }))).not.toContain(secret);
    expect(server.logText()).not.toContain(secret);
  });

  it('is made once, however often it is sent', async () => {
    const { client, profileId, id, url } = await newFeed();
    const again = { id, profileId, name: 'Kitchen tablet', isDiscreet: false };

    await expect(client.feeds.create.mutate(again)).rejects.toMatchObject({
      data: { code: 'CONFLICT' },
      message: expect.stringContaining('has been made already'),
    });
    expect(await client.feeds.list.query({ profileId })).toHaveLength(1);
    expect((await fetch(url)).status).toBe(200);
  });

  it('is made by the holder alone', async () => {
    const { profileId } = await newFeed();
    const ben = await newCaregiver(server, { profileId, level: 'manage' });
    const wanted = { id: uuidV7(), profileId, name: 'Mine', isDiscreet: false };

    const refusal = { data: { code: 'FORBIDDEN' }, message: expect.stringContaining('can change it') };
    await expect(ben.client.feeds.create.mutate(wanted)).rejects.toMatchObject(refusal);
    await expect(ben.client.feeds.list.query({ profileId })).rejects.toMatchObject(refusal);
  });
});
