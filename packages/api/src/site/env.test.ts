import { describe, expect, it } from 'vitest';
import { readSiteEnvironment } from './env.ts';

describe('the environment of a site', () => {
  it('keeps data in .data of the project and shows the demonstration, unless told otherwise', () => {
    expect(readSiteEnvironment('/srv/commons', {})).toMatchObject({
      dataFolder: '/srv/commons/.data',
      demo: true,
    });
    expect(
      readSiteEnvironment('/srv/commons', { COMMONS_DATA: '/var/lib/commons', DEMO: 'off' }),
    ).toMatchObject({
      dataFolder: '/var/lib/commons',
      demo: false,
    });
  });

  it('never shows the demonstration in production', () => {
    expect(readSiteEnvironment('/srv/commons', { NODE_ENV: 'production', DEMO: 'on' }).demo).toBe(false);
  });
});
