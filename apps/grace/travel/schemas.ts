import { z } from 'zod';
import { LocalDate, ZoneId } from '../schedule/schemas.ts';

export const MoveZone = z.object({
  profileId: z.uuid(),
  zone: ZoneId,
  /** The first day, in the new zone, on which doses follow its clock; today means from now on. */
  from: LocalDate,
});
export type MoveZone = z.infer<typeof MoveZone>;

/** From which instant, in milliseconds since 1970, a person's day is a day of another zone. */
export const DayMove = z.object({ zone: ZoneId, from: z.number() });
export type DayMove = z.infer<typeof DayMove>;
