import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { listNotices } from './list.ts';
import { listMailTemplates } from './list-mail-templates.ts';
import { markNoticeRead } from './mark-read.ts';
import { ListNotices, MailTemplateVersion, Notice, NoticeId, NoticeSettings, SetMails } from './schemas.ts';
import { noticeSettings, setMails } from './settings.ts';

export const noticesRouter = router({
  list: signedInProcedure
    .input(ListNotices)
    .output(z.array(Notice))
    .query(({ ctx, input }) => listNotices(ctx, input)),
  markRead: signedInProcedure
    .input(NoticeId)
    .output(z.void())
    .mutation(({ ctx, input }) => markNoticeRead(ctx, input)),
  templates: signedInProcedure
    .output(z.array(MailTemplateVersion))
    .query(({ ctx }) => listMailTemplates(ctx)),
  settings: signedInProcedure.output(NoticeSettings).query(({ ctx }) => noticeSettings(ctx)),
  setMails: signedInProcedure
    .input(SetMails)
    .output(NoticeSettings)
    .mutation(({ ctx, input }) => setMails(ctx, input)),
});
