import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A Chromium binary and what its environment must say. */
export interface ChromiumBinary {
  path: string;
  env?: Record<string, string>;
}

const packageEntry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/commons-browser/', import.meta.url));

// The package's own looks for the fonts in the temporary folder; this Chromium aborts when it finds none.
const fontsConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts/cache</cachedir>
</fontconfig>
`;

/** Unpacks the Chromium of `@sparticuz/chromium` once per version; undefined where it has no build. */
export async function bundledChromium(): Promise<ChromiumBinary | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = `${cacheFolder}${await versionOf(packageEntry)}`;
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    path: `${folder}/chromium`,
    env: { LD_LIBRARY_PATH: `${folder}/al2023/lib`, FONTCONFIG_PATH: `${folder}/fonts` },
  };
}

async function versionOf(entry: string): Promise<string> {
  const manifest = await import(new URL('../package.json', `file://${entry}`).href, {
    with: { type: 'json' },
  });
  return manifest.default.version;
}

/**
 * The package unpacks into the temporary folder that it sees, and takes any file there for a finished one. So it
 * runs in a process of its own with a private folder, which then becomes the cache in one step: test files that
 * start together and users who share a machine don't meet.
 */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const staging = await mkdtemp(`${cacheFolder}unpack-`);
  const script =
    'const { default: chromium } = await import(process.argv[1]); await chromium.executablePath();';
  // Posing as AWS Lambda makes it unpack the libraries (NSS and others) that a bare machine lacks.
  const env = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script, packageEntry], {
    env,
  });
  await writeFile(`${staging}/fonts/fonts.conf`, fontsConfiguration(folder));
  // Both are private to their owner otherwise, and a checkout may be shared.
  await Promise.all([chmod(staging, 0o755), chmod(`${staging}/chromium`, 0o755)]);
  try {
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
