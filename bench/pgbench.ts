import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Variant } from './measure-rounds.ts';

const clients = 10;
const scripts = 10;
const columns = 'id, title, body, created_at, updated_at';

/** The list as PostgreSQL alone serves it, without and with a context; nothing where pgbench is not installed. */
export async function pgbenchVariants(
  logins: { owner: string; app: string; service: string },
  folder: string,
  durationMs: number,
): Promise<Variant[]> {
  const program = findPgbench();
  if (!program) return [];
  const service = postgres(logins.service, { max: 1, fetch_types: false });
  const sessions = await service`select id, user_id from identity.sessions limit ${scripts}`;
  await service.end();
  const variant = (
    name: string,
    mode: 'prepared' | 'extended',
    url: string,
    script: (id: string, userId: string) => string,
  ): Variant => {
    const files = sessions.map(({ id, user_id }, index) => {
      const file = join(folder, `${name.replaceAll(/\W+/g, '-')}-${index}.sql`);
      writeFileSync(file, script(id, user_id));
      return ['-f', file];
    });
    const seconds = String(Math.max(1, Math.round(durationMs / 1_000)));
    const options = ['-n', '-M', mode, '-c', String(clients), '-j', '1', '-T', seconds, ...files.flat()];
    return {
      name,
      run: () => {
        const output = execFileSync(program, [...options, url], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        return Number(/tps = ([\d.]+)/.exec(output)?.[1]);
      },
    };
  };
  const list = (table: string, userId: string) =>
    `select ${columns} from ${table} where user_id = '${userId}' order by id desc limit 20;\n`;
  return [
    variant('pgbench, one query', 'prepared', logins.owner, (_, userId) => list('usual.notes', userId)),
    // pgbench 15 cannot prepare within a pipeline, so this one is planned anew each time.
    variant('pgbench, session, context and query in one pipeline', 'extended', logins.app, (id, userId) =>
      [
        '\\startpipeline',
        'begin;',
        `select app.open_session('${id}', '${userId}', '{}');`,
        `${list('bench.notes', userId)}commit;`,
        '\\endpipeline\n',
      ].join('\n'),
    ),
  ];
}

function findPgbench(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  return [...versions.map((version) => `${debian}/${version}/bin/pgbench`), '/usr/bin/pgbench'].find(
    existsSync,
  );
}
