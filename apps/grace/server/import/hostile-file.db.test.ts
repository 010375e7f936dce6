import { uuidV7 } from '@commons/shared-db';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyRecord } from '../../testing/any-record.ts';
import { type GraceServer, newHolder, startGrace } from '../../testing/family.ts';
import { arranged, broughtIn, exported, packed, type RecordFile } from '../../testing/record-file.ts';

let server: GraceServer;
beforeAll(async () => {
  server = await startGrace();
});
afterAll(() => server?.[Symbol.asyncDispose]());

const [sample] = fc.sample(
  anyRecord.filter(({ medicines, notes }) => medicines.doses.length > 1 && notes.length > 0),
  { numRuns: 1, seed: 1 },
);
const changed = (change: (record: RecordFile) => void): RecordFile => {
  const record = structuredClone(sample ?? {});
  change(record);
  return record;
};

/** How many lines each table of GRACE has. */
async function lines(): Promise<Record<string, string>> {
  const [row] = await server.db.admin<{ lines: Record<string, string> }[]>`
    select jsonb_object_agg(relname, (xpath('/row/c/text()', query_to_xml(format(
      'select count(*) as c from grace.%I', relname), false, true, '')))[1]::text) as lines
    from pg_class where relnamespace = 'grace'::regnamespace and relkind = 'r'`;
  return row?.lines ?? {};
}

describe('a file that means harm', () => {
  it.each<[string, () => RecordFile | string, RegExp]>([
    ['of another version', () => changed((file) => (file.version = 2)), /another version of GRACE/],
    [
      'with the name of a prototype',
      () => JSON.stringify(sample).replace('{', '{"__proto__":{"a":1},'),
      /no field of a record/,
    ],
    ['that is too deep', () => `{"a":${'['.repeat(99_000)}${']'.repeat(99_000)}}`, /goes deeper/],
    ['that unpacks to very much', () => ' '.repeat(9 * 1024 * 1024), /larger than 8 MB/],
    ['with too many lines', () => changed((file) => (file.notes = Array(50_001).fill(0))), /^notes/],
    [
      'with more fields than a line has',
      () => changed((file) => (file.notes[0].isImported = false)),
      /notes\[1\]\.isImported/,
    ],
    [
      'of two people',
      () => changed((file) => (file.medicines.doses[0].profileId = uuidV7())),
      /another person/,
    ],
    [
      'that refers beyond itself',
      () => changed((file) => (file.medicines.doses[0].versionId = uuidV7())),
      /refers to nothing/,
    ],
    [
      'that says what is to come',
      () => changed((file) => (file.notes[0].createdAt = '2199-01-01T00:00:00.000Z')),
      /in the future/,
    ],
    [
      'that breaks a rule of the database',
      () => changed((file) => (file.medicines.medications[0].name = ' ')),
      /medications: A line breaks/,
    ],
  ])('%s is refused in words, and changes nothing', async (_, file, words) => {
    const rosa = await server.signUp({ name: 'Rosa' });
    const before = await lines();
    const preview = await rosa.client.import.preview.mutate({ id: uuidV7(), file: packed(file()) });
    const refusal = await broughtIn(rosa, file()).catch((error: unknown) => error);

    expect(preview.contents).toBeNull();
    expect(refusal).toMatchObject({ message: expect.stringMatching(words), data: { code: 'BAD_INPUT' } });
    expect(await lines()).toEqual(before);
  });

  it('that is too large to be sent is refused before it is unpacked', async () => {
    const rosa = await server.signUp({ name: 'Rosa' });
    const input = { id: uuidV7(), basis: 'guardian' as const, file: 'A'.repeat(950_004) };

    await expect(rosa.client.import.record.mutate(input)).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { file: ['This file is too large to bring in.'] } },
    });
  });

  it('with the ids of somebody else’s record makes another one, and leaves theirs as it is', async () => {
    const holder = await newHolder(server);
    const record = changed(() => {});
    const theirs = await broughtIn(holder, record);
    const saved = await exported(holder, theirs);
    const rosa = await server.signUp({ name: 'Rosa' });
    const hers = await broughtIn(rosa, {
      ...saved,
      notes: saved.notes.map((note: object) => ({ ...note, body: 'Changed by Rosa' })),
    });
    const again = await exported(rosa, hers);

    expect(again.notes.map(({ body }: { body: string }) => body)).toContain('Changed by Rosa');
    expect(arranged(await exported(holder, theirs))).toEqual(arranged(saved));
    await expect(exported(rosa, theirs)).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  });
});

describe('an import whose connection breaks', () => {
  const waiting = () => server.db.admin<{ pid: number }[]>`
    select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%grace.import_record%'`;

  it('in the middle leaves nothing half done, and the same file comes in when it is sent again', async () => {
    const rosa = await server.signUp({ name: 'Rosa' });
    const file = sample ?? {};
    const id = uuidV7();
    const before = await lines();
    const result = await server.db.admin.begin(async (tx) => {
      // The last list of all: everything else has been written when it waits here.
      await tx`lock table grace.session_summaries in access exclusive mode`;
      const sent = broughtIn(rosa, file, id).catch((error: unknown) => error);
      await expect.poll(waiting).toHaveLength(1);
      const [one] = await waiting();
      await tx`select pg_terminate_backend(${one?.pid ?? 0}, 5000)`;
      return { answer: await sent };
    });

    expect(result.answer).toMatchObject({ data: { code: 'UNAVAILABLE' } });
    expect(await lines()).toEqual(before);
    await broughtIn(rosa, file, id);
    expect((await exported(rosa, id)).medicines.doses).toHaveLength(file.medicines.doses.length);
  });
});
