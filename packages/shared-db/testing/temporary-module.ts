import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DatabaseModule } from '../src/migrate/database-module.ts';

/** A module whose migrations lie in a folder of their own and can be written, edited and removed. */
export class TemporaryModule implements DatabaseModule, Disposable {
  readonly name: string;
  readonly migrations: URL;
  schema: Record<string, unknown> = {};
  readonly #folder = mkdtempSync(join(tmpdir(), 'commons-module-'));

  constructor(name: string, migrations: Record<string, { up: string; down?: string }> = {}) {
    this.name = name;
    this.migrations = pathToFileURL(join(this.#folder, 'db/migrations/'));
    for (const [revision, { up, down = '' }] of Object.entries(migrations)) this.write(revision, up, down);
  }

  write(revision: string, up: string, down = ''): void {
    const folder = this.pathOf(revision);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'up.sql'), up);
    writeFileSync(join(folder, 'down.sql'), down);
  }

  remove(revision: string, file = ''): void {
    rmSync(join(this.pathOf(revision), file), { recursive: true });
  }

  pathOf(revision: string): string {
    return join(this.#folder, 'db/migrations', revision);
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true });
  }
}
