import { appViteConfig } from '@commons/tooling/vite';

export default appViteConfig({ name: 'chidi', base: '/chidi/' });
