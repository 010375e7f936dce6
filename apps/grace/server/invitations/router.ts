import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { OfProfile } from '../care/schemas.ts';
import { acceptInvitation } from './accept.ts';
import { cancelInvitation } from './cancel.ts';
import { createInvitation } from './create.ts';
import { declineInvitation } from './decline.ts';
import { listInvitations } from './list.ts';
import { openInvitation } from './open.ts';
import {
  AcceptInvitation,
  CreateInvitation,
  Invitation,
  InvitationId,
  MadeInvitation,
  OpenedInvitation,
  OpenInvitation,
} from './schemas.ts';

export const invitationsRouter = router({
  list: signedInProcedure
    .input(OfProfile)
    .output(z.array(Invitation))
    .query(({ ctx, input }) => listInvitations(ctx, input)),
  create: signedInProcedure
    .input(CreateInvitation)
    .output(MadeInvitation)
    .mutation(({ ctx, input }) => createInvitation(ctx, input)),
  cancel: signedInProcedure
    .input(InvitationId)
    .output(z.void())
    .mutation(({ ctx, input }) => cancelInvitation(ctx, input)),
  // A mutation, although it changes nothing: queries travel in the address, and the secret must not.
  open: signedInProcedure
    .input(OpenInvitation)
    .output(OpenedInvitation)
    .mutation(({ ctx, input }) => openInvitation(ctx, input)),
  accept: signedInProcedure
    .input(AcceptInvitation)
    .output(z.object({ profileId: z.uuid() }))
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  decline: signedInProcedure
    .input(OpenInvitation)
    .output(z.void())
    .mutation(({ ctx, input }) => declineInvitation(ctx, input)),
});
