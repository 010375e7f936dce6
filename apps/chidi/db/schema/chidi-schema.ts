import { pgSchema } from 'drizzle-orm/pg-core';

export const chidiSchema = pgSchema('chidi');
