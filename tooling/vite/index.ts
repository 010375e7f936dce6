export { type AppViteOptions, appViteConfig } from './app-config.ts';
