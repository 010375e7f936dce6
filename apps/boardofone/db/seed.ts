import type { SeedContext } from '@commons/shared-db';
import { seedPersonas } from './seed/seed-personas.ts';

export async function seed({ service }: SeedContext): Promise<void> {
  await seedPersonas(service);
}
