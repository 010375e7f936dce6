import type { SeedContext } from '@commons/shared-db';

export async function seed(_context: SeedContext): Promise<void> {}
