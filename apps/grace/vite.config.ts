import { appViteConfig } from '@commons/tooling/vite';

export default appViteConfig({ name: 'grace', base: '/grace/' });
