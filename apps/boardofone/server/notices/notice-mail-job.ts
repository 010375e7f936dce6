import { defineJob, hashToken } from '@commons/api';
import { type Tx, users } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { accounts } from '../../db/schema/accounts.ts';
import { mailTemplates } from '../../db/schema/mail-templates.ts';
import { notices } from '../../db/schema/notices.ts';
import { outcomes } from '../../db/schema/outcomes.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { pauseWords } from '../../deliberation/pause-words.ts';
import type { MailName } from '../../mails/mail-template.ts';
import { renderMail } from '../../mails/render-mail.ts';
import { newUnsubscribeToken } from '../unsubscribe/token.ts';

/**
 * Mails a notice to its owner, unless they have switched that off. A job of its own: where no more mail may be sent, the session has
 * ended all the same.
 */
export const noticeMailJob = defineJob({
  name: 'boardofone.notice-mail',
  schema: z.object({ noticeId: z.uuid() }),
  async run({ data, user, asUser, once, postMail, canMail, siteUrl }) {
    if (!canMail) return;
    await asUser(async (tx) => {
      const notice = await readNotice(tx, user.id, data.noticeId);
      if (!notice?.hasMails || !(await once(tx, 'mail'))) return;
      const { kind, reason, problem, sessionId, template, email } = notice;
      const token = newUnsubscribeToken();
      await tx
        .update(notices)
        .set({ unsubscribeHash: hashToken(token) })
        .where(and(eq(notices.id, data.noticeId), eq(notices.userId, user.id)));
      const unsubscribeUrl = `${siteUrl}/boardofone/unsubscribe/${token}`;
      const mail = renderMail(template, {
        problem,
        reason: reason ? pauseWords[reason] : '',
        expectation: notice.expectation ?? '',
        link: `${siteUrl}/boardofone${pathOf[kind](sessionId)}`,
        settings: `${siteUrl}/boardofone/notices`,
        unsubscribe: unsubscribeUrl,
      });
      await postMail(tx, { to: email, ...mail, unsubscribeUrl }, { key: `boardofone:${data.noticeId}` });
    });
  },
});

const pathOf: Record<MailName, (sessionId: string) => string> = {
  completed: (id) => `/sessions/${id}/memo`,
  paused: (id) => `/sessions/${id}`,
  failed: (id) => `/sessions/${id}`,
  review_due: () => '/outcomes',
};

async function readNotice(tx: Tx, userId: string, id: string) {
  const [notice] = await tx
    .select({
      kind: notices.kind,
      reason: notices.reason,
      sessionId: notices.sessionId,
      template: { subject: mailTemplates.subject, text: mailTemplates.text },
      problem: sessions.problem,
      expectation: outcomes.statement,
      hasMails: accounts.hasMails,
      email: users.email,
    })
    .from(notices)
    .innerJoin(sessions, and(eq(sessions.id, notices.sessionId), eq(sessions.userId, notices.userId)))
    .innerJoin(
      mailTemplates,
      and(eq(mailTemplates.name, notices.kind), eq(mailTemplates.version, notices.templateVersion)),
    )
    .leftJoin(outcomes, and(eq(outcomes.sessionId, notices.sessionId), eq(outcomes.userId, notices.userId)))
    .innerJoin(accounts, eq(accounts.userId, notices.userId))
    .innerJoin(users, eq(users.id, notices.userId))
    .where(and(eq(notices.id, id), eq(notices.userId, userId)));
  return notice;
}
