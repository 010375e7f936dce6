import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { formatStrength } from '../../medicine/strength.ts';
import { amountOf, thousandthsOf } from '../../schedule/amount.ts';
import { describePlan } from '../../schedule/describe.ts';
import { openRecord } from '../care/open-record.ts';
import { assertWithin } from '../care/rights.ts';
import { exportFile } from './export-file.ts';
import { readMedicines } from './read-medicines.ts';
import { readNotes } from './read-notes.ts';
import type { ExportedFile, ExportTable } from './schemas.ts';
import { toCsv } from './to-csv.ts';

const byteOrderMark = '\uFEFF';

/** One table for a spreadsheet. Instants are UTC, as ISO 8601. */
export function exportCsv(
  ctx: SignedInContext,
  { profileId, table, hasByteOrderMark }: ExportTable,
): Promise<ExportedFile> {
  return exportFile(ctx, profileId, `csv ${table}`, async (tx) => {
    const csv = await readers[table](tx, ctx, profileId);
    const text = hasByteOrderMark ? byteOrderMark + csv : csv;
    return { what: table, extension: 'csv', type: 'text/csv;charset=utf-8', text };
  });
}

type Reader = (tx: Tx, ctx: SignedInContext, profileId: string) => Promise<string>;

const readers: Record<ExportTable['table'], Reader> = {
  async doses(tx, ctx, profileId) {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    const { doses, medications } = await readMedicines(tx, profileId);
    const names = new Map(medications.map(({ id, name }) => [id, name]));
    return toCsv(
      [
        'Medicine',
        'Status',
        'Planned',
        'Happened',
        'Recorded',
        'Recorded by',
        'Amount',
        'Unit',
        'Reason',
        'Note',
        'Entered in error',
      ],
      doses.map((dose) => [
        names.get(dose.medicationId) ?? '',
        dose.status,
        dose.scheduledAt?.toISOString() ?? null,
        dose.actualAt.toISOString(),
        dose.recordedAt.toISOString(),
        dose.recordedByName,
        amountOf(thousandthsOf(dose.amount)),
        dose.unit,
        dose.skipReason ?? dose.prnReason,
        dose.note,
        dose.errorReason,
      ]),
    );
  },
  async medications(tx, ctx, profileId) {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    const { medications, schedules } = await readMedicines(tx, profileId);
    const plansOf = (id: string) =>
      schedules.filter(({ medicationId, effectiveUntil }) => medicationId === id && !effectiveUntil);
    return toCsv(
      [
        'Medicine',
        'Strength',
        'Form',
        'Route',
        'Doses',
        'For',
        'Instructions',
        'Prescriber',
        'Since',
        'Stopped',
        'Why stopped',
      ],
      medications
        .filter(({ isEnteredInError }) => !isEnteredInError)
        .map((one) => [
          one.name,
          formatStrength(one),
          one.form,
          one.route,
          plansOf(one.id)
            .map(({ plan }) => describePlan(plan))
            .join('; '),
          one.indication,
          one.instructions,
          one.prescriber,
          one.startedOn,
          one.stoppedAt?.toISOString() ?? null,
          one.stopReason,
        ]),
    );
  },
  async notes(tx, ctx, profileId) {
    await openRecord(tx, ctx, { profileId, resource: 'notes', via: 'export' });
    const { notes } = await readNotes(tx, profileId);
    return toCsv(
      ['Written', 'By', 'About', 'Text', 'Private', 'Entered in error'],
      notes.map((note) => [
        note.createdAt.toISOString(),
        note.authorName,
        note.category,
        note.body,
        note.isPrivate,
        note.isError,
      ]),
    );
  },
};
