import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../testing/repository-of.ts';
import { borders } from './index.ts';

interface Case {
  rule: string;
  path: string;
  offending: string;
  mended: string;
  says: RegExp;
}

const cases: Case[] = [
  {
    rule: 'an app importing another app',
    path: 'apps/chidi/server/router.ts',
    offending: `import { grace } from '@commons/grace';`,
    mended: `import { defineApp } from '@commons/api';`,
    says: /chidi imports @commons\/grace of grace: apps never import each other/,
  },
  {
    rule: 'an app reaching into the folder of another app',
    path: 'apps/chidi/web/main.tsx',
    offending: `import type { Dose } from '../../grace/web/dose.ts';`,
    mended: `import type { Dose } from './dose.ts';`,
    says: /chidi imports \.\.\/\.\.\/grace\/web\/dose\.ts of grace/,
  },
  {
    rule: 'a package importing an app',
    path: 'packages/api/src/index.ts',
    offending: `export { chidi } from '@commons/chidi';`,
    mended: `export { router } from './router.ts';`,
    says: /packages never import apps/,
  },
  {
    rule: 'a deep import past the exports of a package',
    path: 'apps/chidi/server/router.ts',
    offending: `import { router } from '@commons/api/src/router.ts';`,
    mended: `import { router } from '@commons/api';`,
    says: /no entry of @commons\/api/,
  },
  {
    rule: 'a relative import into another package',
    path: 'packages/ui/src/app.tsx',
    offending: `import type { Session } from '../../api/src/session.ts';`,
    mended: `import type { Session } from '@commons/api';`,
    says: /import @commons\/api by its name/,
  },
  {
    rule: 'web code importing the server at run time',
    path: 'apps/chidi/web/main.tsx',
    offending: `import { router } from '../server/router.ts';`,
    mended: `import type { router } from '../server/router.ts';`,
    says: /use `import type`/,
  },
  {
    rule: 'web code whose import of a type leaves an import behind',
    path: 'apps/chidi/web/main.tsx',
    offending: `import { type Router } from '../server/router.ts';`,
    mended: `import type { Router } from '../server/router.ts';`,
    says: /use `import type`/,
  },
  {
    rule: 'web code loading the server lazily',
    path: 'apps/chidi/web/main.tsx',
    offending: `const app = await import('../app.ts');`,
    mended: `const page = await import('./page.tsx');`,
    says: /ship the server's code to browsers/,
  },
  {
    rule: 'a folder that server and pages share reaching for the server',
    path: 'apps/chidi/tree/branch.ts',
    offending: `import { messages } from '../db/schema/messages.ts';`,
    mended: `import { deepest } from './deepest.ts';`,
    says: /ship the server's code to browsers/,
  },
  {
    rule: 'the shell using the code of the API package',
    path: 'packages/ui/src/session.ts',
    offending: `import { AppError } from '@commons/api';`,
    mended: `import type { AppError } from '@commons/api';`,
    says: /use `import type`/,
  },
  {
    rule: 'web code naming the database, even for a type',
    path: 'apps/chidi/web/main.tsx',
    offending: `import type { Tx } from '@commons/shared-db';`,
    mended: `import type { Session } from '@commons/api';`,
    says: /take the type from the app's router/,
  },
  {
    rule: 'web code naming a Node module',
    path: 'packages/ui/src/id.ts',
    offending: `import { randomUUID } from 'node:crypto';`,
    mended: `export const id = () => crypto.randomUUID();`,
    says: /browsers don't have/,
  },
  {
    rule: 'schemas that import anything but zod and schemas',
    path: 'apps/chidi/server/messages/schemas.ts',
    offending: `import { maxLength } from './limits.ts';`,
    mended: `import { z } from 'zod'; import { Id } from '../conversations/schemas.ts';`,
    says: /zod and other schemas\.ts only/,
  },
  {
    rule: 'a database driver outside shared-db',
    path: 'packages/api/src/jobs.ts',
    offending: `import postgres from 'postgres';`,
    mended: `import { openDatabase } from '@commons/shared-db';`,
    says: /openDatabase of @commons\/shared-db/,
  },
  {
    rule: 'the service login in an ordinary procedure',
    path: 'apps/chidi/server/messages/send.ts',
    offending: `import { openServiceDatabase } from '@commons/shared-db/service';`,
    mended: `import type { Tx } from '@commons/shared-db';`,
    says: /use ctx\.asUser instead/,
  },
  {
    rule: 'test helpers in a program',
    path: 'apps/chidi/server/start.ts',
    offending: `import { startTestServer } from '@commons/api/testing';`,
    mended: `import { startServer } from '@commons/api/server';`,
    says: /is for tests/,
  },
  {
    rule: 'the environment read outside env.ts',
    path: 'apps/chidi/server/start.ts',
    offending: `const { PORT } = process.env;`,
    mended: `import { readEnv } from './env.ts'; // process.env is read there`,
    says: /pass the value in instead/,
  },
  {
    rule: 'the environment imported by name',
    path: 'apps/chidi/server/start.ts',
    offending: `import { env } from 'node:process';`,
    mended: `import { argv } from 'node:process';`,
    says: /pass the value in instead/,
  },
];

describe('the border lint', () => {
  it.each(cases)('finds $rule, and nothing once it is mended', ({ path, offending, mended, says }) => {
    expect(borders(repositoryOf({}))).toEqual([]);
    const message = expect.stringMatching(says);
    const found = borders(repositoryOf({ [path]: `// why\n${offending}` }));
    expect(found).toEqual([{ path, line: 2, message }]);
    expect(borders(repositoryOf({ [path]: `// why\n${mended}` }))).toEqual([]);
  });

  it.each(['utils', 'lib', 'misc', 'common', 'helpers', 'core'])('refuses a folder named %s', (name) => {
    const found = borders(repositoryOf({ [`apps/chidi/server/${name}/date.ts`]: '' }));
    expect(found.map(({ path }) => path)).toEqual([`apps/chidi/server/${name}`]);
    expect(borders(repositoryOf({ 'apps/chidi/server/dates/utils.ts': '' }))).toEqual([]);
  });

  it.each([
    [
      'the gateway takes the public entry of an app',
      'apps/gateway/server/apps.ts',
      `import { chidi } from '@commons/chidi';`,
    ],
    [
      'a form shares the schema of its app',
      'apps/chidi/web/form.tsx',
      `import { Create } from '../server/messages/schemas.ts';`,
    ],
    [
      'a page uses the shell',
      'apps/chidi/web/main.tsx',
      `import { renderApp } from '@commons/ui'; import '@commons/ui/styles.css';`,
    ],
    [
      'a seed uses the service login',
      'apps/chidi/db/seed.ts',
      `import type { ServiceDatabase } from '@commons/shared-db/service';`,
    ],
    [
      'a job uses the service login',
      'apps/chidi/server/jobs/remind.ts',
      `import { openServiceDatabase } from '@commons/shared-db/service';`,
    ],
    [
      'a test uses test helpers',
      'apps/chidi/e2e/ask.e2e.test.ts',
      `import { openBrowser } from '@commons/tooling/browser';`,
    ],
    [
      'a list of expectations takes a type from test helpers',
      'packages/api/db/isolation.ts',
      `import type { Table } from '../testing/index.ts';`,
    ],
    [
      'a page uses what it shares with the server',
      'apps/chidi/web/list.ts',
      `import { branch } from '../tree/branch.ts';`,
    ],
    [
      'the expectations of an isolation test are test code',
      'apps/chidi/db/isolation.ts',
      `import { ownedRows } from '@commons/shared-db/testing';`,
    ],
    ['a page imports its styles', 'apps/chidi/web/main.tsx', `import './styles.css';`],
    ['env.ts reads the environment', 'apps/chidi/server/env.ts', `export const port = process.env.PORT;`],
    [
      'a configuration reads the environment',
      'apps/chidi/vite.config.ts',
      `export default process.env.PORT;`,
    ],
    [
      'a comment names what is forbidden',
      'apps/chidi/web/main.tsx',
      `// import { router } from '../server/router.ts'`,
    ],
  ])('lets pass that %s', (_title, path, text) => {
    expect(borders(repositoryOf({ [path]: text }))).toEqual([]);
  });
});
