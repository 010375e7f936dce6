import { pgSchema } from 'drizzle-orm/pg-core';

/** Schema of what sign-in needs and no request may see. */
export const identitySchema = pgSchema('identity');
