import { appViteConfig } from '@commons/tooling/vite';

export default appViteConfig({ name: 'boardofone', base: '/boardofone/' });
