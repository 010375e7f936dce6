import type { DemoLogin } from '../server/api-routes.ts';

/** The accounts that everybody may try; their password is public. Apps' seeds give them something to show. */
export const demoPeople: readonly DemoLogin[] = [
  {
    name: 'Amara Okafor',
    email: 'amara@demo.example',
    password: 'commons-demo-2026',
    about: 'Runs a pottery studio with a shop and weekend courses.',
  },
  {
    name: 'Jonas Weber',
    email: 'jonas@demo.example',
    password: 'commons-demo-2026',
    about: 'Has just signed up and starts with nothing.',
  },
];
