import { z } from 'zod';
import { LoggedResource, ReadingWay } from '../../care/schemas.ts';
import { OfProfile } from '../care/schemas.ts';

export const ListReadings = OfProfile.extend({
  /** Only of this reader, by the name that was written down. */
  actorName: z.string().max(120).optional(),
  resource: LoggedResource.optional(),
  /** The last reading of the page before. */
  cursor: z.uuid().optional(),
});
export type ListReadings = z.infer<typeof ListReadings>;

/** A run of readings by one person of one kind, without a pause of ten minutes or somebody else between. */
export const ReadingRun = z.object({
  /** Of its newest reading. */
  id: z.uuid(),
  actorName: z.string(),
  resource: LoggedResource,
  via: ReadingWay,
  count: z.int().positive(),
  firstAt: z.date(),
  lastAt: z.date(),
});
export type ReadingRun = z.infer<typeof ReadingRun>;

export const ReadingPage = z.object({ runs: z.array(ReadingRun), nextCursor: z.uuid().nullable() });
export type ReadingPage = z.infer<typeof ReadingPage>;

/** The newest reading, and everybody who has ever read. */
export const ReadingHead = z.object({ newestId: z.uuid().nullable(), readers: z.array(z.string()) });
export type ReadingHead = z.infer<typeof ReadingHead>;
