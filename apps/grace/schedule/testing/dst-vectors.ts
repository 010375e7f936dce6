import type { SchedulePlan } from '../schemas.ts';

interface DstVector {
  what: string;
  plan: SchedulePlan;
  zone: string;
  /** The local days looked at. */
  days: [first: string, last: string];
  instants: string[];
  labels: string[];
}

function daily(time: string, startDate: string): SchedulePlan {
  return {
    kind: 'daily',
    unit: 'tablet',
    startDate,
    end: { kind: 'never' },
    times: [{ time, amount: '1' }],
  };
}

/** What must come out where clocks change, worked out from the time zone database. */
export const dstVectors: DstVector[] = [
  {
    what: 'daily 08:00 stays at 08:00',
    plan: daily('08:00', '2027-01-01'),
    zone: 'America/New_York',
    days: ['2027-03-13', '2027-03-14'],
    instants: ['2027-03-13T13:00:00.000Z', '2027-03-14T12:00:00.000Z'],
    labels: ['08:00', '08:00'],
  },
  {
    what: 'daily 02:30 that the clocks skip is given once, at 03:30',
    plan: daily('02:30', '2027-01-01'),
    zone: 'America/New_York',
    days: ['2027-03-14', '2027-03-14'],
    instants: ['2027-03-14T07:30:00.000Z'],
    labels: ['03:30 (planned 02:30)'],
  },
  {
    what: 'daily 01:30 that comes twice is given once, the first time',
    plan: daily('01:30', '2027-01-01'),
    zone: 'America/New_York',
    days: ['2027-11-07', '2027-11-07'],
    instants: ['2027-11-07T05:30:00.000Z'],
    labels: ['01:30'],
  },
  {
    what: 'daily 01:30 that the clocks skip in London',
    plan: daily('01:30', '2027-01-01'),
    zone: 'Europe/London',
    days: ['2027-03-28', '2027-03-28'],
    instants: ['2027-03-28T01:30:00.000Z'],
    labels: ['02:30 (planned 01:30)'],
  },
  {
    what: 'daily 01:30 that comes twice in London',
    plan: daily('01:30', '2027-01-01'),
    zone: 'Europe/London',
    days: ['2027-10-31', '2027-10-31'],
    instants: ['2027-10-31T00:30:00.000Z'],
    labels: ['01:30'],
  },
  {
    what: 'daily 01:45 where half an hour comes twice',
    plan: daily('01:45', '2027-01-01'),
    zone: 'Australia/Lord_Howe',
    days: ['2027-04-04', '2027-04-04'],
    instants: ['2027-04-03T14:45:00.000Z'],
    labels: ['01:45'],
  },
  {
    what: 'daily 02:15 where half an hour is skipped',
    plan: daily('02:15', '2027-01-01'),
    zone: 'Australia/Lord_Howe',
    days: ['2027-10-03', '2027-10-03'],
    instants: ['2027-10-02T15:45:00.000Z'],
    labels: ['02:45 (planned 02:15)'],
  },
  {
    what: 'daily 08:00 where the clocks never change',
    plan: daily('08:00', '2027-01-01'),
    zone: 'America/Phoenix',
    days: ['2027-03-14', '2027-03-14'],
    instants: ['2027-03-14T15:00:00.000Z'],
    labels: ['08:00'],
  },
  {
    what: 'every 8 hours from 22:00 keeps 8 hours, and the wall clock moves',
    plan: {
      kind: 'interval',
      unit: 'tablet',
      anchor: '2027-03-14T03:00:00Z',
      everyHours: 8,
      amount: '1',
      end: { kind: 'count', doses: 5 },
    },
    zone: 'America/New_York',
    days: ['2027-03-13', '2027-03-15'],
    instants: [
      '2027-03-14T03:00:00.000Z',
      '2027-03-14T11:00:00.000Z',
      '2027-03-14T19:00:00.000Z',
      '2027-03-15T03:00:00.000Z',
      '2027-03-15T11:00:00.000Z',
    ],
    labels: ['22:00', '07:00', '15:00', '23:00', '07:00'],
  },
];
