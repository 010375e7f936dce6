import { router, signedInProcedure } from '@commons/api';
import { SessionRecord } from '../../record/schemas.ts';
import { Session } from '../sessions/schemas.ts';
import { listContributions } from './contributions.ts';
import { readEvents } from './events.ts';
import { exportRecord } from './export-record.ts';
import { goOnNow } from './go-on.ts';
import { readMemo } from './memo.ts';
import { Contributions, LogPart, ShownStart, WrittenMemo } from './outputs.ts';
import { sayToPanel } from './say.ts';
import { ReadEvents, RoomId, SayToPanel } from './schemas.ts';
import { readStart } from './start.ts';

export const roomRouter = router({
  events: signedInProcedure
    .input(ReadEvents)
    .output(LogPart)
    .query(({ ctx, input }) => readEvents(ctx, input)),
  start: signedInProcedure
    .input(RoomId)
    .output(ShownStart)
    .query(({ ctx, input }) => readStart(ctx, input)),
  contributions: signedInProcedure
    .input(RoomId)
    .output(Contributions)
    .query(({ ctx, input }) => listContributions(ctx, input)),
  memo: signedInProcedure
    .input(RoomId)
    .output(WrittenMemo)
    .query(({ ctx, input }) => readMemo(ctx, input)),
  exportRecord: signedInProcedure
    .input(RoomId)
    .output(SessionRecord)
    .mutation(({ ctx, input }) => exportRecord(ctx, input)),
  say: signedInProcedure
    .input(SayToPanel)
    .output(Session)
    .mutation(({ ctx, input }) => sayToPanel(ctx, input)),
  goOn: signedInProcedure
    .input(RoomId)
    .output(Session)
    .mutation(({ ctx, input }) => goOnNow(ctx, input)),
});
