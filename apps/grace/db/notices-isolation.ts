import { randomUUID } from 'node:crypto';
import type { IsolationExpectations } from '@commons/shared-db/testing';
import { dailyPlan, heldMedication } from './held-medication.ts';
import { heldProfile } from './held-profile.ts';

/** Who may do what with the tables of notices, devices and calendars. */
export const noticesIsolation: IsolationExpectations = {
  'grace.notices': {
    row: async (arrange) => {
      const medication = await heldMedication(arrange);
      const { id } = await arrange.insert('grace.schedules', {
        ...medication,
        schedule_id: randomUUID(),
        plan: dailyPlan,
        zone: 'Europe/London',
        late_window_minutes: 120,
        effective_from: '2026-11-01',
      });
      return {
        ...medication,
        id: randomUUID(),
        user_id: arrange.ownerId,
        kind: 'dose_open',
        key: randomUUID(),
        version_id: id,
        local_date: '2026-11-20',
        slot: '08:00',
        scheduled_at: '2026-11-20T08:00:00Z',
        step: 1,
        send_at: '2036-01-01',
      };
    },
    change: { read_at: '2036-01-01' },
    rights: {
      owner: { select: 1, insert: 1, update: 1 },
      // The minute's job learns whose notice waits; the night's removes only what is old.
      service: { select: 1, delete: 0 },
    },
    ownerColumn: null,
  },
  'grace.notice_settings': {
    row: async (arrange) => ({
      profile_id: (await heldProfile(arrange)).id,
      user_id: arrange.ownerId,
      wants_doses: true,
      digest_time: '07:00',
      next_digest_at: '2036-01-01',
    }),
    change: { wants_doses: false },
    rights: { owner: { select: 1, insert: 1, update: 1 }, service: { select: 1 } },
  },
  'grace.push_devices': {
    row: ({ ownerId }) => ({
      id: randomUUID(),
      user_id: ownerId,
      endpoint: `https://push.example.org/${randomUUID()}`,
      p256dh: 'key',
      auth: 'secret',
      name: 'Chrome on Android',
    }),
    change: { name: 'Kitchen tablet' },
    rights: { owner: { select: 1, insert: 1, update: 1, delete: 1 } },
  },
  'grace.calendar_feeds': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      name: 'Kitchen tablet',
      secret_hash: 'hash',
      is_discreet: true,
      content: 'BEGIN:VCALENDAR',
      content_at: '2026-11-01',
    }),
    change: { revoked_at: '2026-12-01' },
    rights: {
      owner: { select: 1, insert: 1, update: 1 },
      // grace.read_feed reads them for whoever knows the address, and so could whoever migrates.
      definer: { select: 1 },
      migrator: { select: 1 },
    },
    ownerColumn: null,
  },
};
