import { router, signedInProcedure } from '@commons/api';
import { adherenceReport } from './adherence.ts';
import { calendarMonth } from './calendar-month.ts';
import { AdherenceOf, AdherenceReport, CalendarMonth, MonthOf } from './schemas.ts';

export const reportsRouter = router({
  adherence: signedInProcedure
    .input(AdherenceOf)
    .output(AdherenceReport)
    .query(({ ctx, input }) => adherenceReport(ctx, input)),
  month: signedInProcedure
    .input(MonthOf)
    .output(CalendarMonth)
    .query(({ ctx, input }) => calendarMonth(ctx, input)),
});
