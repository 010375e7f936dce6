import { appViteConfig } from '@commons/tooling/vite';

export default appViteConfig({ name: 'template', base: '/template/' });
