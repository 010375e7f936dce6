import type { DemoLogin } from '@commons/api';

/** The accounts that everybody may try; their password is public. */
export const demoLogins: readonly DemoLogin[] = [
  {
    name: 'Amara Okafor',
    email: 'amara@demo.example',
    password: 'commons-demo-2026',
    about: 'Runs Okafor Ceramics, a pottery studio with a shop and weekend courses.',
  },
  {
    name: 'Jonas Weber',
    email: 'jonas@demo.example',
    password: 'commons-demo-2026',
    about: 'A second person, to see that nobody sees anybody else’s data.',
  },
];
