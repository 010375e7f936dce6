import { Hono } from 'hono';
import type { AppDefinition } from '../define-app.ts';
import type { HttpEnvironment } from './http-environment.ts';

/** A login that everybody may use, on a demonstration server only. */
export interface DemoLogin {
  name: string;
  email: string;
  password: string;
  /** One line on what this person shows. */
  about: string;
  /** The app that has something to show them; without it, any that has nobody of its own. */
  app?: string;
}

/** What launcher and app switcher show of an app. */
export interface AppLink {
  name: string;
  title: string;
  description: string;
  url: string;
}

/** The few endpoints that belong to no app. */
export function apiRoutes(
  apps: readonly AppDefinition[],
  demoLogins: readonly DemoLogin[],
): Hono<HttpEnvironment> {
  const links: AppLink[] = apps.map(({ name, title, description }) => ({
    name,
    title,
    description,
    url: `/${name}/`,
  }));
  const routes = new Hono<HttpEnvironment>();
  routes.get('/apps', (c) => c.json(links));
  routes.get('/demo-logins', (c) => c.json(demoLogins));
  return routes;
}
