import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

const OwnCode = z.string().regex(/^mine_[0-9a-f]{32}$/, 'That is no voice of yours.');

/** Makes a copy of somebody in the catalogue; sent again under the same id it adds nothing. */
export const ClonePersona = z.object({
  id: z.uuid(),
  code: z.string().regex(/^[a-z][a-z0-9_]{1,49}$/, 'Nobody in the catalogue is called that.'),
});
export type ClonePersona = z.infer<typeof ClonePersona>;

export const OwnPersonaCode = z.object({ code: OwnCode });
export type OwnPersonaCode = z.infer<typeof OwnPersonaCode>;

/** What its owner may change; where it stands among the others comes from whom it was copied of. */
export const EditPersona = z.object({
  code: OwnCode,
  /** What the page had read. */
  revision: z.int().positive(),
  name: writtenText
    .min(2, 'Give it a name.')
    .max(80, 'Keep the name under 80 characters.')
    .regex(/^\p{L}[\p{L}\p{M}\p{N} .'’-]*$/u, 'Use letters, spaces, hyphens and dots in the name.')
    .refine(
      (name) => !/^(a )?speaker\b/i.test(name),
      'The seats are called “Speaker” in the debate. Choose another name.',
    ),
  job: writtenText.min(3, 'Say what it does.').max(200, 'Keep the job under 200 characters.'),
  lossFunction: writtenText
    .min(3, 'Say which failure it is there to prevent.')
    .max(500, 'Keep this under 500 characters.'),
  blindSpots: z
    .array(
      writtenText
        .min(1, 'Write the blind spot, or take the line away.')
        .max(200, 'Keep each under 200 characters.'),
    )
    .max(6, 'Name at most six blind spots.'),
  systemPrompt: writtenText
    .min(20, 'Describe the voice in a sentence or more.')
    .max(6_000, 'Keep the description under 6,000 characters.'),
});
export type EditPersona = z.infer<typeof EditPersona>;

export const ArchivePersona = z.object({ code: OwnCode, isArchived: z.boolean() });
export type ArchivePersona = z.infer<typeof ArchivePersona>;

/** A question to try a voice on; sent again under the same id it is asked once. */
export const TryPersona = z.object({
  id: z.uuid(),
  code: OwnCode,
  question: writtenText
    .min(10, 'Ask something in a sentence or more.')
    .max(1_000, 'Keep the question under 1,000 characters.'),
});
export type TryPersona = z.infer<typeof TryPersona>;

export const Trial = z.object({
  id: z.uuid(),
  /** Of the wording that answered. */
  version: z.int(),
  question: z.string(),
  answer: z.string(),
  isRehearsal: z.boolean(),
  /** US dollars. */
  cost: z.string(),
});
export type Trial = z.infer<typeof Trial>;

/** A voice of one's own, with everything that its page shows. */
export const OwnPersona = z.object({
  code: z.string(),
  version: z.int(),
  revision: z.int(),
  basedOn: z.string(),
  isArchived: z.boolean(),
  /** Whether a session has it, in any wording. */
  hasSessions: z.boolean(),
  name: z.string(),
  job: z.string(),
  lossFunction: z.string(),
  blindSpots: z.array(z.string()),
  systemPrompt: z.string(),
  adversarial: z.boolean(),
});
export type OwnPersona = z.infer<typeof OwnPersona>;
