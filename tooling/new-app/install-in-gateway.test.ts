import { describe, expect, it } from 'vitest';
import { addDependency, addToSite } from './install-in-gateway.ts';

const site = `import { fileURLToPath } from 'node:url';
import { chidi } from '@commons/chidi';

export const site: Site = {
  apps: [chidi],
};
`;

describe('putting an app into the gateway', () => {
  it('adds it to the end of the list, and its import where the formatter wants it', () => {
    expect(addToSite(site, 'diary')).toBe(`import { fileURLToPath } from 'node:url';
import { chidi } from '@commons/chidi';
import { diary } from '@commons/diary';

export const site: Site = {
  apps: [chidi, diary],
};
`);
    expect(addToSite(addToSite(site, 'diary'), 'atlas')).toContain('apps: [chidi, diary, atlas]');
  });

  it('says so when the list is not where it was', () => {
    expect(() => addToSite('export const site = {};', 'diary')).toThrow('add diary by hand');
  });

  it('adds its package in alphabetical order and leaves the rest alone', () => {
    const manifest = {
      name: '@commons/gateway',
      dependencies: { '@commons/api': 'workspace:*', react: 'catalog:' },
    };

    expect(JSON.parse(addDependency(JSON.stringify(manifest), 'diary'))).toEqual({
      name: '@commons/gateway',
      dependencies: { '@commons/api': 'workspace:*', '@commons/diary': 'workspace:*', react: 'catalog:' },
    });
  });
});
