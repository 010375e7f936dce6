import type { ServiceDatabase } from '@commons/shared-db/service';
import { loadMailTemplates } from './load-mail-templates.ts';
import { seedPersonas } from './seed-personas.ts';

/** What the board cannot do without: whom it can seat, and what its mails say. */
export async function loadReference(service: ServiceDatabase): Promise<void> {
  await seedPersonas(service);
  await loadMailTemplates(service);
}
