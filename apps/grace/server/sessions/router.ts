import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { sessionById } from './by-id.ts';
import { endSession } from './end.ts';
import { listSessions } from './list.ts';
import {
  Session,
  SessionId,
  SessionPage,
  SessionsBefore,
  StartSession,
  SuggestionCard,
  SuggestTopics,
} from './schemas.ts';
import { startSession } from './start.ts';
import { suggestions } from './suggestions.ts';

export const sessionsRouter = router({
  suggest: signedInProcedure
    .input(SuggestTopics)
    .output(z.array(SuggestionCard))
    .query(({ ctx, input }) => suggestions(ctx, input)),
  start: signedInProcedure
    .input(StartSession)
    .output(z.void())
    .mutation(({ ctx, input }) => startSession(ctx, input)),
  list: signedInProcedure
    .input(SessionsBefore)
    .output(SessionPage)
    .query(({ ctx, input }) => listSessions(ctx, input)),
  byId: signedInProcedure
    .input(SessionId)
    .output(Session)
    .query(({ ctx, input }) => sessionById(ctx, input)),
  end: signedInProcedure
    .meta({ limit: { max: 60, per: 'minute' } })
    .input(SessionId)
    .output(z.void())
    .mutation(({ ctx, input }) => endSession(ctx, input)),
});
