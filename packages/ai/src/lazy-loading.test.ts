import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

/** The packages of the SDK that a process of its own has loaded after a piece of code has run there. */
async function loadedBy(code: string): Promise<string[]> {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = new Set();
    registerHooks({ load: (url, context, next) => (loaded.add(url), next(url, context)) });
    const { resolveModel } = await import(${JSON.stringify(new URL('./resolve-model.ts', import.meta.url).href)});
    const ask = { system: '', messages: [{ role: 'user', content: 'Hello?' }], signal: AbortSignal.timeout(20) };
    ${code}
    const names = [...loaded].map((url) => /node_modules\\/(@ai-sdk\\/[\\w-]+|ai)\\/dist\\/index/.exec(url)?.[1]);
    console.log(JSON.stringify([...new Set(names.filter(Boolean))].sort()));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout);
}

it('loads nothing of the SDK but its interfaces for the offline model', async () => {
  const code = 'await resolveModel({}).generate({ ...ask, signal: undefined });';
  expect(await loadedBy(code)).toEqual(['@ai-sdk/provider']);
});

it('loads only the provider that is configured, and that one when it is called', async () => {
  const env = JSON.stringify({ ANTHROPIC_API_KEY: 'sk-1', OPENAI_API_KEY: 'sk-2' });
  expect(await loadedBy(`resolveModel(${env}).describe();`)).toEqual(['@ai-sdk/provider']);
  const calling = `const server = ${JSON.stringify({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })};
    await resolveModel(server).generate({ ...ask, signal: undefined }).catch(() => {});`;
  const loaded = await loadedBy(calling);
  expect(loaded).toContain('@ai-sdk/openai-compatible');
  expect(loaded).not.toContain('@ai-sdk/anthropic');
  expect(loaded).not.toContain('ai');
});
