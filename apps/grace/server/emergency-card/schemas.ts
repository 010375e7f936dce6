import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { LocalDate } from '../../schedule/schemas.ts';

export const bloodTypes = ['O-', 'O+', 'A-', 'A+', 'B-', 'B+', 'AB-', 'AB+'] as const;

const upTo = (max: number) => writtenText.max(max, `Keep this under ${max + 1} characters.`);

export const CardId = z.object({ profileId: z.uuid() });
export type CardId = z.infer<typeof CardId>;

export const Contact = z.object({
  name: writtenText.min(1, 'Write a name.').max(120, 'Keep the name under 121 characters.'),
  relation: upTo(60),
  phone: writtenText
    .min(1, 'Write a phone number.')
    .max(40, 'Keep the number under 41 characters.')
    .regex(/^\+?[\d\s()./-]{3,}$/, 'Write a phone number such as +44 20 7946 0018.'),
});
export type Contact = z.infer<typeof Contact>;

/** What is written on the card itself, on top of the version that the form was opened with; 0 for the first. */
export const SaveCard = CardId.extend({
  dateOfBirth: LocalDate.nullable(),
  bloodType: z.enum(bloodTypes).nullable(),
  directives: upTo(1000),
  language: upTo(60),
  doctor: upTo(200),
  notes: upTo(1000),
  contacts: z.array(Contact).max(8, 'Keep it to eight people.'),
  version: z.int().min(0),
});
export type SaveCard = z.infer<typeof SaveCard>;

/** The card as anybody sees it who may: medicines and their doses in words. */
export const EmergencyCard = SaveCard.omit({ profileId: true, contacts: true }).extend({
  fullName: z.string(),
  preferredName: z.string(),
  photo: z.string().nullable(),
  bloodType: z.string().nullable(),
  dateOfBirth: z.string().nullable(),
  contacts: z.array(z.object({ name: z.string(), relation: z.string(), phone: z.string() })),
  allergies: z.array(
    z.object({ substance: z.string(), reaction: z.string(), severity: z.string(), category: z.string() }),
  ),
  conditions: z.array(z.object({ name: z.string(), note: z.string() })),
  medications: z.array(
    z.object({
      name: z.string(),
      strength: z.string(),
      indication: z.string(),
      doses: z.array(z.string()),
      isHeld: z.boolean(),
    }),
  ),
  timeZone: z.string(),
  updatedAt: z.string(),
});
export type EmergencyCard = z.infer<typeof EmergencyCard>;

const linkDays = [1, 30, 365] as const;
export const CreateLink = CardId.extend({
  id: z.uuid(),
  days: z.literal(linkDays, 'Choose how long the link should work.'),
});
export type CreateLink = z.infer<typeof CreateLink>;

export const LinkId = CardId.extend({ id: z.uuid() });
export type LinkId = z.infer<typeof LinkId>;

export const CardLink = z.object({
  id: z.uuid(),
  createdAt: z.date(),
  expiresAt: z.date(),
  revokedAt: z.date().nullable(),
  isOver: z.boolean(),
  openings: z.int(),
});
export type CardLink = z.infer<typeof CardLink>;

/** The only time that the token is told; what is stored is its hash. */
export const NewLink = z.object({ token: z.string() });

export const LinkToken = z.object({ token: z.string().max(100) });
export type LinkToken = z.infer<typeof LinkToken>;
