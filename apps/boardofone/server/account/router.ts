import { router, signedInProcedure } from '@commons/api';
import { giveConsent } from './consent.ts';
import { myAccount } from './mine.ts';
import { Account, GiveConsent } from './schemas.ts';

export const accountRouter = router({
  mine: signedInProcedure.output(Account).query(({ ctx }) => myAccount(ctx)),
  consent: signedInProcedure
    .input(GiveConsent)
    .output(Account)
    .mutation(({ ctx, input }) => giveConsent(ctx, input)),
});
