import { publicProcedure, router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { createShareLink } from './create.ts';
import { listShareLinks } from './list.ts';
import { memoByLink } from './memo-by-link.ts';
import { revokeShareLink } from './revoke.ts';
import {
  CreateShareLink,
  NewShareLink,
  SharedMemo,
  SharedSession,
  ShareLink,
  ShareLinkId,
  ShareToken,
} from './schemas.ts';

export const sharingRouter = router({
  links: signedInProcedure
    .input(SharedSession)
    .output(z.array(ShareLink))
    .query(({ ctx, input }) => listShareLinks(ctx, input)),
  create: signedInProcedure
    .meta({ limit: { max: 20, per: 'hour' } })
    .input(CreateShareLink)
    .output(NewShareLink)
    .mutation(({ ctx, input }) => createShareLink(ctx, input)),
  revoke: signedInProcedure
    .input(ShareLinkId)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeShareLink(ctx, input)),
  // A mutation, so that no token stands in an address or in a log of addresses.
  byLink: publicProcedure
    .meta({ limit: { max: 20, per: 'minute' } })
    .input(ShareToken)
    .output(SharedMemo)
    .mutation(({ ctx, input }) => memoByLink(ctx, input)),
});
