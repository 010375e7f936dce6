import { describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { demoPeopleOf } from './demo-people.ts';
import { welcome } from './welcome.ts';

const facts = {
  url: 'http://127.0.0.1:3000',
  port: 3000,
  usualPort: 3000,
  apps: [],
  hasLauncher: true,
  demo: true,
  model: { provider: 'offline', model: 'rehearsal', offline: true },
  database: 'embedded PostgreSQL on port 54329',
};

describe('what start prints', () => {
  it('says where the site is, how to try it, and that no language model is configured', () => {
    const text = welcome(facts);
    expect(text).toContain('Launcher            http://127.0.0.1:3000');
    expect(text).toMatch(/amara@demo\.example +commons-demo-2026/);
    expect(text).toContain('Set ANTHROPIC_API_KEY, OPENAI_API_KEY or');
    expect(text).not.toContain('taken');
  });

  it('lists the people that an app brings below its name, and refuses an address twice', () => {
    const grandmother = { name: 'Rosa', email: 'rosa@demo.example', about: 'Takes six medicines.' };
    const app = { ...sampleApp, demoPeople: [grandmother] };
    expect(welcome({ ...facts, apps: [app] })).toMatch(
      /Demo logins of Sample\n +rosa@demo\.example +commons-demo-2026 +Takes six medicines\./,
    );
    expect(welcome({ ...facts, apps: [app], demo: false })).not.toContain('rosa@demo');
    expect(() => demoPeopleOf([app, { name: 'other', demoPeople: [grandmother] }])).toThrow(
      'The demo person rosa@demo.example of other is there already.',
    );
  });

  it('says so when another port had to be used', () => {
    expect(welcome({ ...facts, url: 'http://127.0.0.1:3001', port: 3001 })).toContain(
      'Port 3000 was taken, so it uses 3001.',
    );
  });

  it('shows no password where there is no demonstration data, and the model that answers', () => {
    const model = { provider: 'models.example.org', model: 'large-2', offline: false };
    const text = welcome({ ...facts, demo: false, model });
    expect(text).not.toContain('commons-demo');
    expect(text).toContain('Answers come from large-2 at models.example.org.');
  });
});
