import { publicProcedure, router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { cardByLink } from './by-link.ts';
import { cardByProfile } from './by-profile.ts';
import { createLink } from './create-link.ts';
import { listLinks } from './list-links.ts';
import { revokeLink } from './revoke-link.ts';
import { saveCard } from './save.ts';
import {
  CardId,
  CardLink,
  CreateLink,
  EmergencyCard,
  LinkId,
  LinkToken,
  NewLink,
  SaveCard,
} from './schemas.ts';

export const emergencyCardRouter = router({
  byProfile: signedInProcedure
    .input(CardId)
    .output(EmergencyCard)
    .query(({ ctx, input }) => cardByProfile(ctx, input)),
  save: signedInProcedure
    .input(SaveCard)
    .output(EmergencyCard)
    .mutation(({ ctx, input }) => saveCard(ctx, input)),
  // A mutation, because it leaves a line in the access log; and so that no token stands in an address.
  byLink: publicProcedure
    .meta({ limit: { max: 20, per: 'minute' } })
    .input(LinkToken)
    .output(EmergencyCard)
    .mutation(({ ctx, input }) => cardByLink(ctx, input)),
  links: signedInProcedure
    .input(CardId)
    .output(z.array(CardLink))
    .query(({ ctx, input }) => listLinks(ctx, input)),
  createLink: signedInProcedure
    .meta({ limit: { max: 10, per: 'hour' } })
    .input(CreateLink)
    .output(NewLink)
    .mutation(({ ctx, input }) => createLink(ctx, input)),
  revokeLink: signedInProcedure
    .input(LinkId)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeLink(ctx, input)),
});
