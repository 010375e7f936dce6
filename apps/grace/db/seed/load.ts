import type { ServiceDatabase } from '@commons/shared-db/service';
import { sql } from 'drizzle-orm';
import { activities } from '../schema/activities.ts';
import { topics } from '../schema/topics.ts';
import { catalogueActivities } from './activities.ts';
import { catalogueTopics } from './topics.ts';

/** Counted up with every change of the data. */
const catalogueVersion = 1;

/** Brings both catalogues up to date; loading again changes nothing, and older data never replaces newer. */
export async function loadCatalogues(service: ServiceDatabase): Promise<void> {
  await service.asService('catalogues of the companion', async (tx) => {
    const version = catalogueVersion;
    await tx
      .insert(topics)
      .values(
        catalogueTopics.map(({ id, title, keywords, openers, questions }) => ({
          id,
          title,
          keywords: [...keywords],
          openers: [...openers],
          questions: [...questions],
          version,
        })),
      )
      .onConflictDoUpdate({
        target: topics.id,
        set: {
          title: sql`excluded.title`,
          keywords: sql`excluded.keywords`,
          openers: sql`excluded.openers`,
          questions: sql`excluded.questions`,
          version: sql`excluded.version`,
        },
        setWhere: sql`${topics.version} < excluded.version`,
      });
    await tx
      .insert(activities)
      .values(catalogueActivities.map((activity) => ({ ...activity, version })))
      .onConflictDoUpdate({
        target: activities.id,
        set: {
          topicId: sql`excluded.topic_id`,
          title: sql`excluded.title`,
          invitation: sql`excluded.invitation`,
          version: sql`excluded.version`,
        },
        setWhere: sql`${activities.version} < excluded.version`,
      });
  });
}
