import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { approveDecomposition } from './approve.ts';
import { archiveSession } from './archive.ts';
import { sessionById } from './by-id.ts';
import { changeCap } from './change-cap.ts';
import { createSession } from './create.ts';
import { killSession } from './kill.ts';
import { listSessions } from './list.ts';
import { pause } from './pause.ts';
import { removeSession } from './remove.ts';
import { resume } from './resume.ts';
import {
  ApproveDecomposition,
  ArchiveSession,
  ChangeCap,
  CreateSession,
  KillSession,
  ListSessions,
  Session,
  SessionId,
  SessionPage,
} from './schemas.ts';

export const sessionsRouter = router({
  list: signedInProcedure
    .input(ListSessions)
    .output(SessionPage)
    .query(({ ctx, input }) => listSessions(ctx, input)),
  byId: signedInProcedure
    .input(SessionId)
    .output(Session)
    .query(({ ctx, input }) => sessionById(ctx, input)),
  create: signedInProcedure
    .input(CreateSession)
    .output(Session)
    .mutation(({ ctx, input }) => createSession(ctx, input)),
  approve: signedInProcedure
    .input(ApproveDecomposition)
    .output(Session)
    .mutation(({ ctx, input }) => approveDecomposition(ctx, input)),
  pause: signedInProcedure
    .input(SessionId)
    .output(Session)
    .mutation(({ ctx, input }) => pause(ctx, input)),
  resume: signedInProcedure
    .input(SessionId)
    .output(Session)
    .mutation(({ ctx, input }) => resume(ctx, input)),
  kill: signedInProcedure
    .input(KillSession)
    .output(Session)
    .mutation(({ ctx, input }) => killSession(ctx, input)),
  changeCap: signedInProcedure
    .input(ChangeCap)
    .output(Session)
    .mutation(({ ctx, input }) => changeCap(ctx, input)),
  archive: signedInProcedure
    .input(ArchiveSession)
    .output(z.void())
    .mutation(({ ctx, input }) => archiveSession(ctx, input)),
  remove: signedInProcedure
    .input(SessionId)
    .output(z.void())
    .mutation(({ ctx, input }) => removeSession(ctx, input)),
});
