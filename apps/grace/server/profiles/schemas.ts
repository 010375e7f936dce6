import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { AuthorityBasis, CareLevel, CareScope } from '../../care/schemas.ts';
import { DayMove } from '../../travel/schemas.ts';

const personName = (label: string, max: number) =>
  writtenText.min(1, `Write the ${label}.`).max(max, `Keep the ${label} under ${max + 1} characters.`);

const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
export const TimeZone = z.string().refine((zone) => zones.has(zone), 'Choose a time zone from the list.');

/** Made small in the browser; longer ones are refused. */
export const Photo = z
  .string()
  .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/, 'Choose a PNG, JPEG or WebP picture.')
  .max(100_000, 'This picture is too large. Choose a smaller one.')
  .nullable();

export const ProfileId = z.object({ id: z.uuid() });
export type ProfileId = z.infer<typeof ProfileId>;

export const CreateProfile = z.object({
  id: z.uuid(),
  basis: AuthorityBasis,
  fullName: personName('full name', 120),
  preferredName: personName('name', 60),
  timeZone: TimeZone,
});
export type CreateProfile = z.infer<typeof CreateProfile>;

export const UpdateProfile = CreateProfile.omit({ basis: true }).extend({
  photo: Photo,
  isDiscreet: z.boolean(),
  isPlain: z.boolean(),
  version: z.int().positive(),
});
export type UpdateProfile = z.infer<typeof UpdateProfile>;

/** A person, and what the caller may do with their record. */
export const Profile = z.object({
  id: z.uuid(),
  basis: AuthorityBasis,
  fullName: z.string(),
  preferredName: z.string(),
  holderName: z.string(),
  photo: z.string().nullable(),
  timeZone: z.string(),
  /** Where the person's day goes over to, and when. */
  zoneMoves: z.array(DayMove),
  isDiscreet: z.boolean(),
  isPlain: z.boolean(),
  version: z.int(),
  rights: z.object({
    isHolder: z.boolean(),
    level: CareLevel,
    scopes: z.array(CareScope).readonly(),
    endsAt: z.date().nullable(),
  }),
});
export type Profile = z.infer<typeof Profile>;
