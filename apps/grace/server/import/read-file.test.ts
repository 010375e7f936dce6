import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRecord } from '../../testing/any-record.ts';
import { packed, type RecordFile } from '../../testing/record-file.ts';
import { ImportProblems } from './import-problems.ts';
import { readFile } from './read-file.ts';
import { recordSchema } from './record-schema.ts';

const now = new Date('2026-11-21T12:00:00Z');
const [sample] = fc.sample(
  anyRecord.filter(({ medicines, notes }) => medicines.doses.length > 1 && notes.length > 0),
  { numRuns: 1, seed: 1 },
);

function problemsIn(file: string) {
  try {
    readFile(file, now);
    return [];
  } catch (error) {
    if (error instanceof ImportProblems) return error.problems;
    throw error;
  }
}
const changed = (change: (record: RecordFile) => void) => {
  const record = structuredClone(sample ?? {});
  change(record);
  return problemsIn(packed(record));
};

describe('a file that is broken throughout', () => {
  it('is refused by its first few lines, and the rest of a list is not looked at', () => {
    const notes = Array(50_000).fill(0);
    const { error } = recordSchema(now).safeParse({ ...sample, notes });
    const wrong = error?.issues.filter(({ path }) => path[0] === 'notes') ?? [];

    expect(wrong.map(({ path }) => path[1])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(changed((record) => (record.notes = notes))).toHaveLength(10);
  });

  it.each<[string, (record: RecordFile) => void, string]>([
    ['lines', (record) => (record.notes = Array(50_001).fill(0)), 'notes'],
    [
      'words',
      (record) => (record.medicines.medications[0].ingredients = Array(1_001).fill('a')),
      'ingredients',
    ],
    [
      'times of a day',
      (record) => (record.medicines.schedules[0].plan.times = Array(500_000).fill(0)),
      'medicines.schedules[1].plan.times',
    ],
  ])('is refused before its %s are read one by one', (_, change, place) => {
    expect(changed(change)).toEqual([
      { where: expect.stringContaining(place), what: 'There are too many here.' },
    ]);
  });
});

describe('a file with more than anybody takes', () => {
  const copies = (rows: RecordFile[], count: number) =>
    Array.from({ length: count }, () => ({ ...rows[0], id: randomUUID() }));

  it('is refused for the number of its medicines, unless they are stopped', () => {
    const withMany = (count: number, stoppedAt: string | null) =>
      changed(({ medicines }) => {
        const more = copies(medicines.medications, count);
        medicines.medications = more.map((one) => ({ ...one, isEnteredInError: false, stoppedAt }));
        for (const list of [
          'schedules',
          'medicationHolds',
          'medicationChanges',
          'doses',
          'doseEffects',
          'stockChanges',
        ])
          medicines[list] = [];
      }).filter(({ where }) => where.startsWith('medicines'));

    expect(withMany(200, null)).toEqual([]);
    expect(withMany(201, '2026-01-01T00:00:00.000Z')).toEqual([]);
    expect(withMany(201, null)).toEqual([
      { where: 'medicines.medications', what: 'More than 200 medicines are taken.' },
    ]);
  });

  it('is refused for the doses of one day', () => {
    const times = Array.from({ length: 24 }, (_, hour) => ({
      time: `${String(hour).padStart(2, '0')}:00`,
      amount: '1',
    }));
    const plan = { kind: 'daily', unit: 'tablet', startDate: '2026-01-01', end: { kind: 'never' }, times };
    const withMany = (count: number) =>
      changed(({ medicines }) => {
        const more = copies(medicines.schedules, count);
        const [from, until] = ['2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z'];
        medicines.schedules = more.map((one) => ({
          ...one,
          plan,
          effectiveFrom: from,
          effectiveUntil: until,
        }));
        for (const list of ['doses', 'doseEffects']) medicines[list] = [];
      }).filter(({ where }) => where === 'medicines.schedules');

    expect(withMany(20)).toEqual([]);
    expect(withMany(21)).toEqual([
      { where: 'medicines.schedules', what: 'More than 500 doses are planned for one day.' },
    ]);
  });
});

describe('a file', () => {
  it('is taken as it was saved', () => {
    expect(changed(() => {})).toEqual([]);
  });

  it.each([
    ['nothing that is packed', Buffer.from('{}').toString('base64'), 'It is not text'],
    [
      'bytes that are no text',
      gzipSync(Buffer.from([0xff, 0xfe, 0x80])).toString('base64'),
      'It is not text',
    ],
    [
      'what unpacks to very much',
      gzipSync(Buffer.alloc(9 * 1024 * 1024)).toString('base64'),
      'larger than 8 MB',
    ],
    ['no JSON', packed('{"format":'), 'It is not JSON'],
    ['another file', packed({ resourceType: 'Bundle' }), 'It is no record of GRACE'],
    ['nothing', packed('null'), 'It is no record of GRACE'],
    ['another version', packed({ format: 'grace-record', version: 2 }), 'another version of GRACE'],
  ])('that is %s is refused in words', (_, file, words) => {
    expect(problemsIn(file)).toMatchObject([{ where: 'The file', what: expect.stringContaining(words) }]);
  });

  it.each<[string, (record: RecordFile) => void, string]>([
    [
      'a field that nobody knows',
      (record) => (record.medicines.doses[1].extra = 1),
      'medicines.doses[2].extra',
    ],
    ['a list that nobody knows', (record) => (record.grants = []), 'grants'],
    ['a mark of its own', (record) => (record.notes[0].isImported = false), 'notes[1].isImported'],
    [
      'an id that refers to nothing',
      (record) => record.medicines.schedules.splice(0),
      'medicines.doses[1].versionId',
    ],
    [
      'an id twice',
      (record) => (record.medicines.doses[1].id = record.medicines.doses[0].id),
      'medicines.doses[2].id',
    ],
    [
      'another person',
      (record) => (record.medicines.doses[0].profileId = record.notes[0].id),
      'medicines.doses[1].profileId',
    ],
    [
      'a time that is to come',
      (record) => (record.medicines.doses[0].recordedAt = '2027-01-01T00:00:00.000Z'),
      'medicines.doses[1].recordedAt',
    ],
    [
      'text instead of an amount',
      (record) => (record.medicines.doses[0].amount = 'NaN'),
      'medicines.doses[1].amount',
    ],
    [
      'a plan that nobody can follow',
      (record) => (record.medicines.schedules[0].plan.kind = 'hourly'),
      'medicines.schedules[1].plan.kind',
    ],
    [
      'a plan with more in it',
      (record) => (record.medicines.schedules[0].plan.note = 1),
      'medicines.schedules[1].plan',
    ],
    ['a character that no database keeps', (record) => (record.notes[0].body = 'a\0'), 'notes[1].body'],
    ['half a character', (record) => (record.notes[0].body = '\ud800'), 'notes[1].body'],
    ['too long a name', (record) => (record.profile.fullName = 'x'.repeat(121)), 'profile.fullName'],
    [
      'a picture that is a page',
      (record) => (record.profile.photo = 'data:image/svg+xml,<svg/>'),
      'profile.photo',
    ],
    ['no person', (record) => delete record.profile, 'profile'],
  ])('with %s is refused, and it says where', (_, change, where) => {
    expect(changed(change)[0]?.where).toBe(where);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with the key %s is refused', (key) => {
    const text = JSON.stringify(sample).replace('"profile":{', `"profile":{"${key}":{"isAdmin":true},`);

    expect(problemsIn(packed(text))).toMatchObject([{ where: `profile.${key}` }]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('that goes very deep is refused', () => {
    const text = `{"format":"grace-record","version":1,"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;

    expect(problemsIn(packed(text))).toMatchObject([{ what: 'This goes deeper than a record does.' }]);
  });
});
