import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { acknowledgeNotice } from './acknowledge.ts';
import { listNotices } from './list.ts';
import { markNoticesRead } from './mark-read.ts';
import {
  ListNotices,
  MarkNoticesRead,
  NoticeId,
  NoticePage,
  OfProfile,
  SaveNoticeSettings,
  SettingsFacts,
} from './schemas.ts';
import { saveSettings, settingsFor } from './settings.ts';
import { unreadNotices } from './unread.ts';

export const noticesRouter = router({
  list: signedInProcedure
    .input(ListNotices)
    .output(NoticePage)
    .query(({ ctx, input }) => listNotices(ctx, input)),
  unread: signedInProcedure.output(z.int()).query(({ ctx }) => unreadNotices(ctx)),
  markRead: signedInProcedure
    .input(MarkNoticesRead)
    .output(z.void())
    .mutation(({ ctx, input }) => markNoticesRead(ctx, input)),
  acknowledge: signedInProcedure
    .input(NoticeId)
    .output(z.void())
    .mutation(({ ctx, input }) => acknowledgeNotice(ctx, input)),
  settings: signedInProcedure
    .input(OfProfile)
    .output(SettingsFacts)
    .query(({ ctx, input }) => settingsFor(ctx, input)),
  saveSettings: signedInProcedure
    .input(SaveNoticeSettings)
    .output(z.void())
    .mutation(({ ctx, input }) => saveSettings(ctx, input)),
});
