import { router, signedInProcedure } from '@commons/api';
import { Session } from '../sessions/schemas.ts';
import { estimatePanel } from './estimate.ts';
import { EstimatePanel, PanelEstimate, StartPanel } from './schemas.ts';
import { startPanel } from './start.ts';

export const panelRouter = router({
  estimate: signedInProcedure
    .input(EstimatePanel)
    .output(PanelEstimate)
    .query(({ ctx, input }) => estimatePanel(ctx, input)),
  start: signedInProcedure
    .input(StartPanel)
    .output(Session)
    .mutation(({ ctx, input }) => startPanel(ctx, input)),
});
