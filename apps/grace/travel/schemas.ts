import { z } from 'zod';
import { LocalDate, ZoneId } from '../schedule/schemas.ts';

export const MoveZone = z.object({
  profileId: z.uuid(),
  zone: ZoneId,
  /** The first day, in the new zone, on which doses follow its clock; today means from now on. */
  from: LocalDate,
});
export type MoveZone = z.infer<typeof MoveZone>;
