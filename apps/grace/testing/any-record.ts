import fc from 'fast-check';
import { anyStory, storyOf } from './any-conversation.ts';
import { amount, day, id, instant, type One, perhaps, somebody, span, written } from './any-values.ts';
import type { RecordFile } from './record-file.ts';

const zone = 'Europe/London';

const note = fc.record({
  id,
  authorId: perhaps(fc.constant(somebody)),
  authorName: written(120),
  category: fc.constantFrom('general', 'mood', 'visit'),
  body: written(10_000),
  isPinned: fc.boolean(),
  isPrivate: fc.boolean(),
  isError: fc.boolean(),
  about: fc.constantFrom('dose', 'session', 'nothing'),
  version: fc.integer({ min: 1, max: 4 }),
  createdAt: instant,
  updatedAt: instant,
});

const allergy = fc
  .record({
    id,
    category: fc.constantFrom('medicine', 'food'),
    substance: written(120),
    reaction: written(200),
    severity: fc.constantFrom('mild', 'severe', 'unknown'),
    notedOn: perhaps(day),
    errorReason: perhaps(written(300)),
    createdBy: perhaps(fc.constant(somebody)),
    version: fc.integer({ min: 1, max: 9 }),
    createdAt: instant,
    updatedAt: instant,
  })
  .map((row) => ({ ...row, isEnteredInError: row.errorReason !== null }));

const condition = fc
  .record({
    id,
    name: written(160),
    note: written(500),
    onsetOn: perhaps(fc.constant('2021-02-03')),
    resolvedOn: perhaps(day.filter((on) => on > '2021-02-03')),
    errorReason: perhaps(written(300)),
    createdBy: perhaps(fc.constant(somebody)),
    version: fc.integer({ min: 1, max: 9 }),
    createdAt: instant,
    updatedAt: instant,
  })
  .map((row) => ({ ...row, isEnteredInError: row.errorReason !== null }));

/** The card has no other text: it loses spaces around it when it is written, and when it is read. */
const trimmed = (maxLength: number) => written(maxLength).map((text) => text.trim());

const card = fc.record({
  dateOfBirth: perhaps(fc.constant('1931-05-06')),
  bloodType: perhaps(fc.constantFrom('O-', 'AB+')),
  directives: trimmed(1000),
  language: trimmed(60),
  doctor: trimmed(200),
  notes: trimmed(1000),
  version: fc.integer({ min: 1, max: 9 }),
  updatedAt: instant,
  contacts: fc.array(
    fc.record({ name: trimmed(120), relation: trimmed(60), phone: fc.constant('+44 20 7946 0018') }),
    { maxLength: 3 },
  ),
});

const dose = fc.record({
  id,
  actualAt: instant,
  recordedAt: instant,
  recordedBy: perhaps(fc.constant(somebody)),
  amount,
  note: written(300),
  prnReason: perhaps(written(300)),
  overrideReason: perhaps(written(300)),
  error: perhaps(fc.record({ at: instant, reason: written(300), by: written(120) })),
  recordedByName: written(120),
  isTaken: fc.boolean(),
  effect: perhaps(fc.constantFrom('helped', 'did_not_help')),
});

const medicine = fc.record({
  id,
  versionId: id,
  scheduleId: id,
  name: written(120),
  words: written(120),
  createdAt: instant,
  effectiveFrom: instant,
  isEnteredInError: fc.boolean(),
  stop: perhaps(fc.record({ at: instant, reason: written(300) })),
  doses: fc.array(dose, { maxLength: 4 }),
  refills: fc.array(fc.record({ id, at: instant, amount, recordedByName: written(120) }), { maxLength: 2 }),
  hold: perhaps(fc.record({ id, span, reason: written(300), createdAt: instant })),
  change: perhaps(fc.record({ id, at: instant, actorName: written(120), reason: written(300) })),
});

/** A small file such as an export could be, of somebody whose account is elsewhere. */
export const anyRecord: fc.Arbitrary<RecordFile> = fc
  .record({
    profileId: id,
    fullName: written(120),
    preferredName: written(60),
    at: instant,
    medicines: fc.uniqueArray(medicine, { maxLength: 3, selector: (one) => one.id }),
    notes: fc.array(note, { maxLength: 3 }),
    allergies: fc.array(allergy, { maxLength: 2 }),
    conditions: fc.array(condition, { maxLength: 2 }),
    card,
    story: anyStory,
  })
  .map(({ profileId, fullName, preferredName, at, medicines, notes, allergies, conditions, ...rest }) => ({
    format: 'grace-record',
    version: 1,
    exportedAt: at,
    profile: {
      id: profileId,
      userId: somebody,
      basis: 'guardian',
      holderName: 'Somebody',
      fullName,
      preferredName,
      photo: null,
      timeZone: zone,
      zoneMoves: [{ zone: 'Asia/Tokyo', from: 1_900_000_000_000 }],
      isDiscreet: true,
      isPlain: false,
      version: 3,
      createdAt: at,
      updatedAt: at,
    },
    caregivers: [],
    emergencyCard: {
      ...rest.card,
      ...{
        fullName,
        preferredName,
        photo: null,
        timeZone: zone,
        allergies: [],
        conditions: [],
        medications: [],
      },
    },
    medicines: { ...medicinesOf(profileId, medicines), ...healthOf(profileId, allergies, conditions) },
    notes: notes.map(({ about, ...row }) => ({
      ...row,
      doseId: about === 'dose' ? (medicines.flatMap(({ doses }) => doses)[0]?.id ?? null) : null,
      sessionId: about === 'session' ? (rest.story.conversations[0]?.id ?? null) : null,
    })),
    noteRevisions: notes.flatMap(({ id: noteId, category, body, isPrivate, isError, version, createdAt }) =>
      Array.from({ length: version }, (_, index) => ({
        noteId,
        version: index + 1,
        category,
        body,
        isPrivate,
        isError,
        createdAt,
      })),
    ),
    ...storyOf(profileId, rest.story),
  }));

function healthOf(
  profileId: string,
  allergies: readonly One<typeof allergy>[],
  conditions: readonly One<typeof condition>[],
) {
  return {
    allergies: allergies.map((row) => ({ ...row, profileId })),
    conditions: conditions.map((row) => ({ ...row, profileId })),
  };
}

function medicinesOf(profileId: string, medicines: readonly One<typeof medicine>[]) {
  return {
    medications: medicines.map((one) => ({
      id: one.id,
      profileId,
      name: one.name,
      ingredients: [one.words],
      strengthAmount: '0.500',
      strengthUnit: 'mg',
      form: 'tablet',
      route: 'oral',
      instructions: one.words,
      indication: one.words,
      prescriber: '',
      pharmacy: one.words,
      prescriptionNumber: '',
      pharmacyClosedWeekdays: [6, 7],
      pharmacyClosedDates: ['2026-12-25'],
      startedOn: null,
      look: '',
      photo: null,
      missedDoseInstruction: '',
      isSkippable: false,
      escalationDelayMinutes: 30,
      prnTryFirst: '',
      prnSigns: '',
      prnReviewOn: '2027-01-01',
      packSize: '28.000',
      refillNoticeDays: 5,
      stoppedAt: one.stop?.at ?? null,
      stopReason: one.stop?.reason ?? null,
      isEnteredInError: one.isEnteredInError,
      createdBy: somebody,
      version: 2,
      createdAt: one.createdAt,
      updatedAt: one.createdAt,
    })),
    schedules: medicines.map((one) => ({
      id: one.versionId,
      profileId,
      medicationId: one.id,
      scheduleId: one.scheduleId,
      plan: {
        kind: 'daily',
        unit: 'tablet',
        startDate: '2020-01-01',
        end: { kind: 'never' },
        times: [{ time: '08:00', amount: '1' }],
      },
      kind: 'daily',
      doseAmount: '1.000',
      doseUnit: 'tablet',
      zone,
      lateWindowMinutes: 60,
      effectiveFrom: one.effectiveFrom,
      effectiveUntil: null,
      isEnded: false,
      reason: '',
      createdBy: null,
      createdAt: one.createdAt,
    })),
    medicationHolds: medicines.flatMap(({ id: medicationId, hold }) =>
      hold
        ? [
            {
              id: hold.id,
              profileId,
              medicationId,
              startsAt: hold.span.from,
              endsAt: hold.span.until,
              reason: hold.reason,
              createdBy: somebody,
              createdAt: hold.createdAt,
            },
          ]
        : [],
    ),
    medicationChanges: medicines.flatMap(({ id: medicationId, change }) =>
      change
        ? [
            {
              ...change,
              profileId,
              medicationId,
              actorId: somebody,
              action: 'edited',
              changes: [{ field: 'name', before: '', after: change.reason }],
              effectiveAt: change.at,
            },
          ]
        : [],
    ),
    doses: medicines.flatMap((one) =>
      one.doses.map(({ error, isTaken, effect: _, ...row }, index) => ({
        ...row,
        profileId,
        medicationId: one.id,
        versionId: one.versionId,
        localDate: `2020-02-0${index + 1}`,
        slot: '08:00',
        scheduledAt: row.actualAt,
        status: isTaken ? 'taken' : 'skipped',
        skipReason: isTaken ? null : 'other',
        amount: isTaken ? row.amount : '0.000',
        unit: 'tablet',
        replacesId: null,
        enteredInErrorAt: error?.at ?? null,
        enteredInErrorBy: null,
        errorReason: error?.reason ?? null,
        enteredInErrorName: error?.by ?? null,
      })),
    ),
    doseEffects: medicines.flatMap((one) =>
      one.doses.flatMap(({ id: administrationId, effect, recordedAt, note: words }) =>
        effect ? [{ administrationId, profileId, effect, note: words, recordedAt, recordedBy: null }] : [],
      ),
    ),
    stockChanges: medicines.flatMap(({ id: medicationId, refills }) =>
      refills.map((line) => ({
        ...line,
        profileId,
        medicationId,
        kind: 'refill',
        unit: 'tablet',
        recordedAt: line.at,
        recordedBy: somebody,
        takenBackAt: null,
        takenBackBy: null,
      })),
    ),
  };
}
