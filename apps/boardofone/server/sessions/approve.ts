import { AppError } from '@commons/api';
import { uuidV7 } from '@commons/shared-db';
import { options } from '../../db/schema/options.ts';
import { changeSession } from '../engine/lock-session.ts';
import { record } from '../log/record.ts';
import type { Owner } from '../owner.ts';
import { proposePanel } from '../panel/propose-panel.ts';
import { changeHeld } from './change-held.ts';
import type { ApproveDecomposition, Session } from './schemas.ts';

/** Fixes questions and options as the owner wants them, and proposes a panel for them. */
export function approveDecomposition(ctx: Owner, input: ApproveDecomposition): Promise<Session> {
  return changeHeld(ctx, input.id, async (tx, session) => {
    if (session.status !== 'active' || session.waitsFor !== 'approval') {
      throw new AppError('CONFLICT', { message: 'This session does not wait for your approval any more.' });
    }
    if (session.version !== input.version) throw new AppError('STALE_VERSION');
    const { subQuestions } = input;
    const approved = input.options.map((option) => ({ ...option, id: uuidV7() }));
    await tx.insert(options).values(
      approved.map((option, index) => ({
        ...option,
        userId: session.userId,
        sessionId: session.id,
        position: index + 1,
      })),
    );
    await changeSession(tx, session, {
      subQuestions,
      phase: 'panel_selection',
      waitsFor: 'panel',
      version: session.version + 1,
    });
    await record(tx, session, ctx.now(), {
      type: 'decomposition_approved',
      data: { subQuestions, options: approved },
    });
    await proposePanel(tx, ctx, session);
  });
}
