import { matchesGlob } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openRepository } from '../repository/repository.ts';
import { repositoryRoot } from '../run/command.ts';

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string | number>;
  ports?: string[];
}

const { files, read } = openRepository(repositoryRoot);
const dockerfile = read('Dockerfile');
const composeText = read('compose.yaml');
const { services }: { services: Record<string, Service> } = parse(composeText, { merge: true });
const ours = Object.values(services).filter(({ image }) => image === 'commons');
const distinct = (names: Iterable<string | undefined>) => [...new Set(names)].sort();
const ignored = read('.dockerignore').split('\n').filter(Boolean);

describe('the Dockerfile', () => {
  it('is one', () => {
    expect(validate(dockerfile).map(({ message }) => message)).toEqual([]);
  });

  it('builds and runs with the Node and the pnpm that the workspace is tested with', () => {
    const { catalog } = parse(read('pnpm-workspace.yaml'));
    const manifest = JSON.parse(read('package.json'));
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1]);
    expect(distinct(images)).toEqual([`node:${catalog.node}-bookworm-slim`]);
    const pnpm = /pnpm@([\d.]+)/.exec(dockerfile)?.[1] ?? '';
    expect(pnpm.split('.')[0]).toBe(manifest.devEngines.packageManager.version.split('.')[0]);
  });

  it('has at hand, when it fetches packages, the patches that the lockfile names', () => {
    const { patchedDependencies = {} } = parse(read('pnpm-workspace.yaml'));
    const copied = dockerfile.slice(0, dockerfile.indexOf('pnpm fetch'));
    for (const path of Object.values<string>(patchedDependencies))
      expect(copied).toContain(`COPY ${path.split('/')[0]} `);
  });

  it('runs as nobody special', () => {
    const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(lastStage).toMatch(/^USER node$/m);
  });

  it('gets no file with secrets or data', () => {
    const isIgnored = (path: string) => ignored.some((pattern) => matchesGlob(path, pattern));
    for (const path of ['.env', '.data', '.git', 'apps/gateway/.env', 'node_modules'])
      expect(isIgnored(path), path).toBe(true);
    expect(read('.gitignore').split('\n')).toContain('.env');
  });
});

describe('the Dockerfile and the compose file', () => {
  const commands = [...dockerfile.matchAll(/^CMD (\[.*\])$/gm)].map((match): string[] =>
    JSON.parse(match[1] ?? '[]'),
  );
  const started = [...commands, ...ours.flatMap(({ command }) => (command ? [command] : []))];
  const fileOf = (command: string[]) => command.slice(1).find((word) => !word.startsWith('--'));

  it('start files that exist', () => {
    expect(started.length).toBeGreaterThan(1);
    for (const command of started) {
      expect(command[0]).toBe('node');
      expect(files).toContain(fileOf(command));
    }
  });

  it('give the server a small young generation, as pnpm start does', () => {
    const flag = /node (--max-semi-space-size=\d+) apps\/gateway\/server\/start\.ts/.exec(
      read('package.json'),
    )?.[1];
    const servers = started.filter((command) => fileOf(command)?.endsWith('server/start.ts'));
    expect(servers).toHaveLength(3);
    for (const command of servers) expect(command).toContain(flag);
  });

  it('set variables that the program reads', () => {
    const readers = files
      .filter((path) => /(^|\/)(env|variables)\.ts$/.test(path))
      .map(read)
      .join('\n');
    const inImage = [...dockerfile.slice(dockerfile.lastIndexOf('\nFROM ')).matchAll(/\b([A-Z_]+)=\S/g)].map(
      (match) => match[1],
    );
    const set = distinct([...inImage, ...ours.flatMap(({ environment }) => Object.keys(environment ?? {}))]);
    expect(set.length).toBeGreaterThan(8);
    for (const name of set) expect(readers, name).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('hand an administrator’s and the owner’s login to nobody but the migration', () => {
    for (const [name, { image, environment = {} }] of Object.entries(services)) {
      if (image !== 'commons' || name === 'migrate') continue;
      expect(environment).not.toHaveProperty('DATABASE_URL');
      expect(environment).not.toHaveProperty('DATABASE_OWNER_URL');
    }
  });
});

describe('the compose file', () => {
  it('takes its settings, secrets above all, from the variables of .env.example', () => {
    const asked = distinct([...composeText.matchAll(/\$\{([A-Z_]+)/g)].map((match) => match[1]));
    const offered = distinct([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]));
    expect(asked).toEqual(offered);
    const secrets = [...composeText.matchAll(/(?:_PASSWORD|_SECRET|_KEY|_TOKEN): (.*)$/gm)].map(
      (match) => match[1],
    );
    expect(secrets).not.toEqual([]);
    for (const secret of secrets) expect(secret).toMatch(/^\$\{[A-Z_]+:[?-]\}$/);
  });

  it('opens ports to this machine only', () => {
    for (const port of Object.values(services).flatMap(({ ports }) => ports ?? []))
      expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});

describe('the proxy of docs/operating.md', () => {
  const [, proxy = ''] = /```nginx\n([\s\S]*?)```/.exec(read('docs/operating.md')) ?? [];

  it('hands streams on as they come, and says for whom and from where', () => {
    for (const line of [
      'proxy_buffering off;',
      'proxy_set_header Host $host;',
      'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    ])
      expect(proxy).toContain(line);
  });

  it('writes down no address, which can hold what was asked for or a secret', () => {
    const [, name, format = ''] = /log_format (\w+) '([^']+)'/.exec(proxy) ?? [];
    expect(proxy).toMatch(new RegExp(`access_log \\S+ ${name};`));
    expect(proxy).toMatch(/error_log \S+ crit;/);
    expect(format).toContain('$sent_http_x_request_id');
    expect(format).not.toMatch(
      /\$(request(_uri|_body)?|uri|args|query_string|document_uri|http_referer|http_cookie)\b/,
    );
  });
});
