import { pgSchema } from 'drizzle-orm/pg-core';

export const graceSchema = pgSchema('grace');
