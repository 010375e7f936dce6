import { AppError } from '@commons/api';
import { audit } from '@commons/shared-db';
import { sessions } from '../../db/schema/sessions.ts';
import type { DecisionTemplate } from '../../templates/decision-template.ts';
import { templates } from '../../templates/templates.ts';
import { lockAccount } from '../account/lock-account.ts';
import { changes } from '../changes.ts';
import { enqueuePending } from '../engine/advance.ts';
import { lockSession } from '../engine/lock-session.ts';
import { record } from '../log/record.ts';
import type { Owner } from '../owner.ts';
import { admitSession } from './admit-session.ts';
import { sessionById } from './by-id.ts';
import { isThere } from './is-there.ts';
import { proposeTemplate } from './propose-template.ts';
import type { CreateSession, Session } from './schemas.ts';
import { seedOf } from './seed-of.ts';

/** Puts a decision before the board, which begins to take it apart; sent again under the same id it adds nothing. */
export async function createSession(ctx: Owner, input: CreateSession): Promise<Session> {
  const userId = ctx.user.id;
  await ctx.asUser(async (tx) => {
    const standing = await lockAccount(tx, userId);
    // Sent again, because the answer was lost: what was admitted once is not judged anew.
    if (await isThere(tx, userId, input.id)) return;
    await admitSession(tx, ctx, standing, input);
    const template = findTemplate(input.template);
    const [added] = await tx
      .insert(sessions)
      .values({ ...input, userId, seed: seedOf(input.id) })
      .onConflictDoNothing({ target: sessions.id })
      .returning({ id: sessions.id });
    if (!added) return;
    const session = await lockSession(tx, userId, input.id);
    const { capUsd, maxRounds } = session;
    await record(tx, session, ctx.now(), { type: 'session_created', data: { capUsd, maxRounds } });
    await audit(tx, { action: 'session_created', resourceType: 'session', resourceId: input.id });
    if (template) await proposeTemplate(tx, ctx, session, template);
    else await enqueuePending(tx, ctx, session);
  });
  changes.announce(ctx, { sessionId: input.id });
  return sessionById(ctx, input);
}

function findTemplate(id: string | null): DecisionTemplate | undefined {
  const template = templates.find((one) => one.id === id);
  if (id && !template) {
    throw new AppError('BAD_INPUT', {
      fields: { template: ['There is no such outline. Choose another one.'] },
    });
  }
  return template;
}
