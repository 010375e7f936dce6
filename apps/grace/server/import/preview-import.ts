import { AppError, type SignedInContext } from '@commons/api';
import { type BroughtIn, bringIn } from './bring-in.ts';
import { ImportProblems } from './import-problems.ts';
import { readFile } from './read-file.ts';
import type { FileRecord } from './record-schema.ts';
import type { ImportFile, ImportPreview } from './schemas.ts';

/** What would come in. The record is really made, so that every rule is asked, and then the transaction is taken back. */
export async function previewImport(ctx: SignedInContext, { id, file }: ImportFile): Promise<ImportPreview> {
  try {
    const record = readFile(file, ctx.now());
    // On an authority that anybody may hold several records on.
    const brought = await takenBack(ctx, (tx) => bringIn(tx, ctx, record, { id, basis: 'guardian' }));
    if (!brought.isNew) throw new AppError('NOT_FOUND');
    return { contents: contentsOf(record, brought), problems: [] };
  } catch (error) {
    if (error instanceof ImportProblems) return { contents: null, problems: [...error.problems] };
    throw error;
  }
}

class TakenBack extends Error {
  readonly result: BroughtIn;

  constructor(result: BroughtIn) {
    super('taken back');
    this.result = result;
  }
}

type Run = Parameters<SignedInContext['asUser']>[0];

async function takenBack(
  ctx: SignedInContext,
  run: (tx: Parameters<Run>[0]) => Promise<BroughtIn>,
): Promise<BroughtIn> {
  try {
    return await ctx.asUser(async (tx): Promise<never> => {
      throw new TakenBack(await run(tx));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result;
    throw error;
  }
}

function contentsOf(record: FileRecord, { unknownTopics }: BroughtIn): ImportPreview['contents'] {
  const { profile, card, lists, exportedAt, caregivers } = record;
  const { fullName, preferredName, timeZone, basis } = profile as Record<
    'fullName' | 'preferredName' | 'timeZone',
    string
  > & { basis: NonNullable<ImportPreview['contents']>['basis'] };
  const comes = lists.flatMap(({ part, rows }) =>
    part.what && rows.length > 0 ? [{ what: part.what, count: rows.length }] : [],
  );
  const carers = caregivers > 0 ? [{ what: `The care team of ${caregivers}`, why: grantsStay }] : [];
  const topics =
    unknownTopics > 0 ? [{ what: `Topics that are not here (${unknownTopics})`, why: noTopic }] : [];
  return {
    fullName,
    preferredName,
    timeZone,
    basis,
    exportedAt,
    comes: card ? [...comes, { what: 'Emergency card', count: 1 }] : comes,
    staysBehind: [...carers, ...alwaysBehind, ...topics],
  };
}

const grantsStay = 'Whoever was let into one record is not let into another. Invite them again.';
const noTopic = 'Conversations about them come all the same; liking or avoiding them does not.';
const alwaysBehind = [
  { what: 'Consents and the access log', why: 'They are about the record that the file was saved from.' },
  { what: 'Links, reminders and calendars', why: 'They belong to devices and people. Set them up anew.' },
];
