import type { ModelDescription } from '@commons/ai';
import type { AppDefinition } from '../define-app.ts';
import { demoPeopleOf } from './demo-people.ts';

/** What a person who has just started a site needs to know. */
export interface WelcomeFacts {
  url: string;
  port: number;
  /** The port that was hoped for. */
  usualPort: number;
  apps: readonly AppDefinition[];
  hasLauncher: boolean;
  demo: boolean;
  model: ModelDescription;
  database: string;
}

/** The lines that `start` prints when the site answers. */
export function welcome(facts: WelcomeFacts): string {
  const { url, port, usualPort, apps, hasLauncher, demo, model, database } = facts;
  const pages = [
    ...(hasLauncher ? [{ title: 'Launcher', address: url }] : []),
    ...apps.map((app) => ({ title: app.title, address: `${url}/${app.name}/` })),
  ];
  const demoPeople = demoPeopleOf(apps);
  const ofApp = (name: string | undefined) => demoPeople.filter(({ app }) => app === name);
  const width = Math.max(
    ...pages.map(({ title }) => title.length),
    ...demoPeople.map(({ email }) => email.length),
  );
  const row = (left: string, right: string) => `  ${left.padEnd(width)}  ${right}`;
  return [
    '',
    port === usualPort
      ? 'Commons is running.'
      : `Commons is running. Port ${usualPort} was taken, so it uses ${port}.`,
    '',
    ...pages.map(({ title, address }) => row(title, address)),
    ...(demo
      ? ['', 'Demo logins', ...ofApp(undefined).map(({ email, password }) => row(email, password))]
      : []),
    ...(demo ? apps.filter(({ demoPeople }) => demoPeople?.length) : []).flatMap(({ name, title }) => [
      '',
      `Demo logins of ${title}`,
      ...ofApp(name).map(({ email, password, about }) => `${row(email, password)}  ${about}`),
    ]),
    '',
    model.offline
      ? 'No language model is configured: a rehearsal model answers. Set ANTHROPIC_API_KEY, OPENAI_API_KEY or GOOGLE_GENERATIVE_AI_API_KEY, or OPENAI_BASE_URL for a server of your own, to add one.'
      : `Answers come from ${model.model} at ${model.provider}.`,
    `Database: ${database}`,
    'Stop with Ctrl+C.',
    '',
  ].join('\n');
}
