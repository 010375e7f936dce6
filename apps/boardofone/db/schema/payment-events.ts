import { grants, serviceAccess } from '@commons/shared-db';
import { timestamp, varchar } from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';

/** What the provider of payments has told already. Its name is all that is kept, so that the same word has one effect. */
export const paymentEvents = appSchema.table(
  'payment_events',
  {
    id: varchar('id', { length: 255 }).primaryKey(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  () => serviceAccess('select', 'insert', 'delete'),
);

export const paymentEventsGrants = grants(paymentEvents, {
  commons_service: { select: true, insert: ['id'], delete: true },
});
