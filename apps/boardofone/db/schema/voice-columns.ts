import { boolean, text, varchar } from 'drizzle-orm/pg-core';

/** How a voice is worded, but for its name and what it is there to prevent: those are longer in the catalogue. */
export const voiceColumns = () => ({
  job: varchar('job', { length: 200 }).notNull(),
  expertise: varchar('expertise', { length: 500 }).notNull(),
  businessFunction: varchar('business_function', { length: 60 }).notNull(),
  temperament: varchar('temperament', { length: 60 }).notNull(),
  method: varchar('method', { length: 60 }).notNull(),
  blindSpots: text('blind_spots').array().notNull(),
  keywords: text('keywords').array().notNull(),
  isAdversarial: boolean('is_adversarial').notNull(),
  systemPrompt: text('system_prompt').notNull(),
});

/** All that a new wording says, to grant it. */
export const wording = [
  'name',
  'job',
  'expertise',
  'businessFunction',
  'temperament',
  'method',
  'lossFunction',
  'blindSpots',
  'keywords',
  'isAdversarial',
  'systemPrompt',
] as const;
