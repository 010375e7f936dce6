import { loadCatalogues } from '../db/seed/load.ts';
import { seed } from '../db/seed.ts';
import type { OpenGrace } from './open-grace.ts';

/** Somebody new with the demo's person, who takes many medicines. One server has one. */
export async function newDemoHolder({ signUp, db: { database, service } }: OpenGrace) {
  const email = 'amara@demo.example';
  const person = await signUp({ email, name: 'Amara Okafor' });
  await loadCatalogues(service);
  await seed({ database, service, demoUsers: new Map([[email, person.userId]]) });
  const [{ id: profileId } = { id: '' }] = await person.client.profiles.list.query();
  return { ...person, profileId };
}
