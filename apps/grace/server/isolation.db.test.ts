import { proceduresOf } from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CareOfOthers, careAttempts, careOfOthers } from '../testing/care-attempts.ts';
import { doseAttempts, type LoggedDose, loggedDose } from '../testing/dose-attempts.ts';
import { type GracePerson, type GraceServer, newHolder, startGrace } from '../testing/family.ts';
import { dailyAt, metforminFacts, newMedication } from '../testing/medicine.ts';
import { arrangeNotices } from '../testing/notices.ts';
import { packed } from '../testing/record-file.ts';
import { refilled, type StockLine, stockAttempts } from '../testing/stock-attempts.ts';
import { heard, newTalk, type Talk } from '../testing/talk.ts';
import { graceRouter } from './router.ts';

let server: GraceServer;
let anna: GracePerson;
let bens: Awaited<ReturnType<typeof newHolder>>;
let talk: Talk;
let medicine: { profileId: string; id: string; version: number };
const allergy = {
  category: 'medicine',
  substance: 'Penicillin',
  reaction: '',
  severity: 'mild',
  notedOn: null,
} as const;
const condition = { name: 'Diabetes', note: '', onsetOn: null, resolvedOn: null };
/** Ids of an allergy and a condition of Ben's. */
const [allergyId, conditionId] = [uuidV7(), uuidV7()];
let bensDose: LoggedDose;
let bensRefill: StockLine;
const noteId = uuidV7();
let bensCare: CareOfOthers;
let bensOwn: Awaited<ReturnType<typeof arrangeNotices>>;
beforeAll(async () => {
  server = await startGrace();
  anna = await server.signUp();
  bens = await newHolder(server);
  const { profileId } = bens;
  medicine = await bens.client.medications.create.mutate(newMedication(profileId));
  await bens.client.allergies.create.mutate({ profileId, id: allergyId, ...allergy });
  talk = await newTalk(bens);
  await heard(bens, talk);
  await bens.client.conditions.create.mutate({ profileId, id: conditionId, ...condition });
  bensDose = await loggedDose(server, bens);
  bensRefill = await refilled(bens, bensDose);
  await bens.client.notes.create.mutate({ profileId, id: noteId, ...words });
  bensCare = await careOfOthers(server, bens);
  bensOwn = await arrangeNotices(server, bens);
});
afterAll(() => server?.[Symbol.asyncDispose]());

const words = { category: 'general', body: 'Mine', isPrivate: false } as const;
const emptyCard = {
  dateOfBirth: null,
  bloodType: null,
  directives: '',
  language: '',
  doctor: '',
  notes: '',
  contacts: [],
  version: 0,
};
const person = {
  fullName: 'Mine',
  preferredName: 'Mine',
  timeZone: 'Europe/London',
};

const memory = { text: 'A day at the sea.', people: [], fromYear: null, toYear: null, source: 'Ben' };
const because = { from: null, at: null, reason: 'Because' };
const recordOf = (id: string) => {
  const at = '2026-01-01T00:00:00.000Z';
  const names = { ...person, holderName: 'Mine', photo: null, zoneMoves: [] };
  const rest = { isDiscreet: true, isPlain: false, version: 1, createdAt: at, updatedAt: at };
  const profile = { id, userId: id, basis: 'guardian', ...names, ...rest };
  return { format: 'grace-record', version: 1, exportedAt: at, profile };
};
const seen = () => ({ profileId: medicine.profileId, id: medicine.id, version: 1 });

/** Everything that can be asked for with an id of Ben's. */
const attempts: Record<string, () => object> = {
  'alerts.acknowledge': () => ({ profileId: bens.profileId, id: talk.turnId }),
  'alerts.list': () => ({ profileId: bens.profileId }),
  'import.preview': () => ({ id: bens.profileId, file: packed(recordOf(bens.profileId)) }),
  'import.record': () => ({
    id: bens.profileId,
    file: packed(recordOf(bens.profileId)),
    basis: 'guardian',
  }),
  'sessions.byId': () => ({ profileId: bens.profileId, id: talk.sessionId }),
  'sessions.end': () => ({ profileId: bens.profileId, id: talk.sessionId }),
  'sessions.list': () => ({ profileId: bens.profileId }),
  'sessions.start': () => ({ profileId: bens.profileId, id: uuidV7(), suggestion: null, seed: 1 }),
  'sessions.suggest': () => ({ profileId: bens.profileId, seed: 1 }),
  'story.list': () => ({ profileId: bens.profileId }),
  'story.remove': () => ({ profileId: bens.profileId, id: uuidV7() }),
  'story.save': () => ({ profileId: bens.profileId, id: uuidV7(), ...memory }),
  'summaries.list': () => ({ profileId: bens.profileId }),
  'summaries.seen': () => ({ profileId: bens.profileId, sessionId: talk.sessionId }),
  'summaries.share': () => ({ profileId: bens.profileId, sessionId: talk.sessionId, isShared: true }),
  'topics.list': () => ({ profileId: bens.profileId }),
  'topics.prefer': () => ({ profileId: bens.profileId, subject: { words: 'cats' }, preference: 'avoid' }),
  'turns.continue': () => ({ answerId: talk.answerId }),
  'turns.follow': () => ({ answerId: talk.answerId, offset: 0 }),
  'turns.say': () => ({ id: uuidV7(), sessionId: talk.sessionId, content: 'I have fallen' }),
  'turns.stop': () => ({ answerId: talk.answerId }),
  'allergies.create': () => ({ ...allergy, profileId: bens.profileId, id: uuidV7() }),
  'allergies.list': () => ({ profileId: bens.profileId }),
  'allergies.markInError': () => ({ ...seen(), ...because, id: allergyId }),
  'allergies.update': () => ({ ...allergy, ...seen(), id: allergyId }),
  'conditions.create': () => ({ ...condition, profileId: bens.profileId, id: uuidV7() }),
  'conditions.list': () => ({ profileId: bens.profileId }),
  'conditions.markInError': () => ({ ...seen(), ...because, id: conditionId }),
  'conditions.update': () => ({ ...condition, ...seen(), id: conditionId }),
  'emergencyCard.byProfile': () => ({ profileId: bens.profileId }),
  'emergencyCard.createLink': () => ({ id: uuidV7(), profileId: bens.profileId, days: 30 }),
  'emergencyCard.links': () => ({ profileId: bens.profileId }),
  'emergencyCard.revokeLink': () => ({ profileId: bens.profileId, id: noteId }),
  'emergencyCard.save': () => ({ profileId: bens.profileId, ...emptyCard, doctor: 'Mine' }),
  'export.csv': () => ({ profileId: bens.profileId, table: 'notes', hasByteOrderMark: false }),
  'export.fhir': () => ({ profileId: bens.profileId }),
  'export.json': () => ({ profileId: bens.profileId }),
  'handover.markRead': () => ({ profileId: bens.profileId, until: '2026-11-21T12:00:00.000Z' }),
  'handover.since': () => ({ profileId: bens.profileId }),
  'feeds.create': () => ({ id: uuidV7(), profileId: bens.profileId, name: 'Mine', isDiscreet: false }),
  'feeds.list': () => ({ profileId: bens.profileId }),
  'feeds.revoke': () => ({ id: bensOwn.feedId }),
  'notices.acknowledge': () => ({ id: bensOwn.noticeId }),
  'notices.saveSettings': () => ({ profileId: bens.profileId, wantsDoses: true, digestTime: '07:00' }),
  'notices.settings': () => ({ profileId: bens.profileId }),
  'push.remove': () => ({ id: bensOwn.deviceId }),
  'push.test': () => ({ id: bensOwn.deviceId }),
  'medications.byId': seen,
  'medications.changes': seen,
  'medications.changeSchedule': () => ({
    ...seen(),
    ...because,
    scheduleId: medicine.id,
    versionId: uuidV7(),
    schedule: { plan: dailyAt('09:00'), lateWindowMinutes: null },
  }),
  'medications.addSchedule': () => ({
    ...seen(),
    ...because,
    scheduleId: uuidV7(),
    schedule: { plan: dailyAt('09:00'), lateWindowMinutes: null },
  }),
  'medications.endSchedule': () => ({ ...seen(), ...because, scheduleId: medicine.id }),
  'medications.create': () => newMedication(bens.profileId),
  'medications.hold': () => ({ ...seen(), ...because, holdId: uuidV7(), until: null }),
  'medications.list': seen,
  'medications.restart': () => ({ ...seen(), reason: '' }),
  'medications.resume': () => ({ ...seen(), reason: '' }),
  'medications.stop': () => ({ ...seen(), ...because, isEnteredInError: false }),
  'medications.update': () => ({ ...seen(), facts: metforminFacts, reason: '' }),
  ...careAttempts(() => bensCare),
  ...doseAttempts(() => bensDose),
  ...stockAttempts(() => bensRefill),
  'notes.about': () => ({ profileId: bens.profileId }),
  'notes.byId': () => ({ profileId: bens.profileId, id: noteId }),
  'notes.create': () => ({ profileId: bens.profileId, id: uuidV7(), ...words }),
  'notes.list': () => ({ profileId: bens.profileId }),
  'notes.mark': () => ({ profileId: bens.profileId, id: noteId, isError: true }),
  'notes.pin': () => ({ profileId: bens.profileId, id: noteId, isPinned: true }),
  'notes.update': () => ({ profileId: bens.profileId, id: noteId, ...words, version: 1 }),
  'profiles.byId': () => ({ id: bens.profileId }),
  'profiles.create': () => ({ id: bens.profileId, basis: 'guardian', ...person }),
  'profiles.update': () => ({
    id: bens.profileId,
    ...person,
    photo: null,
    isDiscreet: true,
    isPlain: false,
    version: 1,
  }),
};

/** What takes no id, and so reaches only what the session says. */
const withoutIds = [
  'changes.follow',
  'emergencyCard.byLink',
  'model.describe',
  'profiles.list',
  'notices.list',
  'notices.markRead',
  'notices.unread',
  'push.add',
  'push.devices',
  'push.key',
  'push.renew',
];

const procedures = proceduresOf(graceRouter);

/** Calls a procedure as its kind asks for and returns the code of its error. */
async function codeOf(person: GracePerson, path: string) {
  const [url, input] = [`/grace/trpc/${path}`, attempts[path]?.() ?? {}];
  const response =
    procedures[path]?._def.type === 'mutation'
      ? await person.request(url, input)
      : await person.request(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return /"code":"([A-Z_]+)"/.exec(await response.text())?.[1];
}

/** Every row of every table, as text. */
const everything = async () => {
  const tables = await server.db.admin<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'grace' order by tablename`;
  return Promise.all(
    tables.map(
      ({ name }) =>
        server.db.admin`select row::text from ${server.db.admin(`grace.${name}`)} as row order by 1`,
    ),
  );
};
describe('what belongs to somebody else', () => {
  it.each(Object.keys(attempts))('is not found by %s, and nothing changes', async (path) => {
    const before = await everything();

    expect(await codeOf(anna, path)).toBe('NOT_FOUND');
    expect(await everything()).toEqual(before);
  });

  it('is in no list', async () => {
    expect(await anna.client.profiles.list.query()).toEqual([]);
    expect(await anna.client.push.devices.query()).toEqual([]);
    expect(await anna.client.notices.unread.query()).toBe(0);
    expect((await anna.client.notices.list.query({ cursor: bensOwn.noticeId })).notices).toEqual([]);
  });

  it('is tried with every procedure that takes an id', () => {
    const tried = [...Object.keys(attempts), ...withoutIds];

    expect(tried.toSorted()).toEqual(Object.keys(procedures).toSorted());
  });
});

describe('without a session', () => {
  it.each(Object.keys(procedures).filter((path) => path !== 'emergencyCard.byLink'))(
    '%s is refused',
    async (path) => {
      expect(await codeOf(server.visitor, path)).toBe('UNAUTHENTICATED');
    },
  );
});
