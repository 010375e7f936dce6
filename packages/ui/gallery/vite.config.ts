import { appViteConfig } from '@commons/tooling/vite';
import { standInServer } from './stand-in-server.ts';

const shared = appViteConfig({ name: 'gallery', base: '/' });

export default {
  ...shared,
  root: import.meta.dirname,
  plugins: [...(shared.plugins ?? []), standInServer()],
};
