import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sharedModule } from '@commons/shared-db';
import { provideDatabase, upgrade } from '@commons/shared-db/cli';
import getPort from 'get-port';
import { Child } from './child.ts';
import { fillTables } from './data.ts';
import { announce } from './env.ts';
import { measureRounds, type ServerVariant, type Variant } from './measure-rounds.ts';
import { measureStreams } from './measure-streams.ts';
import { pgbenchVariants } from './pgbench.ts';
import { report } from './report/report.ts';
import { gets, listPath, posts } from './requests.ts';

// pnpm bench: everything side by side, in short rounds one after another, so that a busy machine slows all of it alike.
const { values: flags } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const plan = flags.quick
  ? { rounds: 5, sliceMs: 700, manyRows: 200_000, idleStreams: 300, streamMs: 3_000 }
  : { rounds: 15, sliceMs: 1_500, manyRows: 1_000_000, idleStreams: 2_000, streamMs: 8_000 };
const rows = 10_000;
const secret = 'a secret of the benchmark, which guards nothing at all';

const folder = mkdtempSync(join(tmpdir(), 'commons-bench-'));
await using undo = new AsyncDisposableStack();
undo.defer(() => rmSync(folder, { recursive: true, force: true }));
const say = (text: string) => process.stderr.write(`${text}\n`);

say('Starting PostgreSQL and filling tables …');
const provided = await provideDatabase({ kind: 'embedded' }, folder);
undo.defer(() => provided.stop());
const { app, service, owner = '' } = provided.logins;
announce({ port: 0, ownerUrl: owner, secret });
const { bench } = await import('./product/app.ts');
await upgrade({ ownerUrl: owner, modules: [sharedModule, bench] });
const people = await fillTables({ owner, service }, rows, plan.manyRows);

const freePort = () => getPort({ host: '127.0.0.1' });
const [productPort, usualPort] = [await freePort(), await freePort()];
const [barePort, streamPort] = [await freePort(), await freePort()];
const common = { DATABASE_OWNER_URL: owner, AUTH_SECRET: secret };
const productEnvironment = (port: number) => ({
  ...common,
  NODE_ENV: 'production',
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  SMTP_URL: 'smtp://127.0.0.1:1',
  COMMONS_DATA: folder,
  DATABASE_APP_URL: app,
  DATABASE_SERVICE_URL: service,
  QUERIES_PER_MINUTE: '10000000',
  MUTATIONS_PER_MINUTE: '10000000',
});
async function server(file: string, port: number, environment = {}, execArgv: string[] = []): Promise<Child> {
  const child = await Child.start(file, { ...common, PORT: String(port), ...environment }, execArgv);
  undo.defer(() => child.stop());
  return child;
}
const startProduct = (port: number) =>
  server('product/start.ts', port, productEnvironment(port), ['--max-semi-space-size=16']);
const product = await startProduct(productPort);
const usual = await server('usual/start.ts', usualPort);
const bare = await server('bare/start.ts', barePort);
const load = await server('load/request-load.ts', 0);

const list = (name: string, child: Child, port: number, path: string): ServerVariant => ({
  name,
  server: child,
  job: { port, requests: gets(people, secret, path), connections: 32, durationMs: plan.sliceMs },
});
const insert = (name: string, child: Child, port: number, path: string): ServerVariant => ({
  name,
  server: child,
  job: { port, requests: posts(people, secret, path), connections: 32, durationMs: plan.sliceMs },
});
const alone = (variant: ServerVariant): ServerVariant => ({
  ...variant,
  job: { ...variant.job, connections: 1 },
});
const mine = '/bench/trpc/notes.list';
const measure = (title: string, variants: Variant[]) => {
  say(`${title} …`);
  return measureRounds(load, variants, plan.rounds);
};

const lists = await measure('Lists', [
  list('usual', usual, usualPort, listPath('/trpc/notes.list')),
  list('product', product, productPort, listPath(mine)),
  list('product, no RLS, no context', product, productPort, listPath('/bench/trpc/plain.list')),
  list('product, a million rows', product, productPort, listPath('/bench/trpc/many.list')),
  list('usual, session unchecked', usual, usualPort, listPath('/unchecked/notes.list')),
  list('node:http + postgres.js', bare, barePort, listPath('/list')),
  ...(await pgbenchVariants({ owner, app, service }, folder, plan.sliceMs)),
]);
const inserts = await measure('Inserts', [
  insert('usual', usual, usualPort, '/trpc/notes.create'),
  insert('product', product, productPort, '/bench/trpc/notes.create'),
  insert('node:http + postgres.js', bare, barePort, '/create'),
]);
const batches = await measure('Batches', [
  alone(list('one call', product, productPort, listPath(mine))),
  alone(list('a batch of 20', product, productPort, listPath(mine, 20))),
  alone(list('usual, one call', usual, usualPort, listPath('/trpc/notes.list'))),
  alone(list('usual, a batch of 20', usual, usualPort, listPath('/trpc/notes.list', 20))),
]);
say('Streams …');
const streaming = await startProduct(streamPort);
const streams = await measureStreams(streaming, {
  port: streamPort,
  people,
  secret,
  idle: plan.idleStreams,
  durationMs: plan.streamMs,
});

const text = report({ lists, inserts, batches, streams, plan: { ...plan, rows }, quick: flags.quick });
process.stdout.write(text);
if (!flags.quick) writeFileSync(new URL('RESULTS.md', import.meta.url), text);
