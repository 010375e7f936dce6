import type { AppDefinition } from '../define-app.ts';
import type { DemoLogin } from '../server/api-routes.ts';

const password = 'commons-demo-2026';

const peopleOfTheSite = [
  {
    name: 'Amara Okafor',
    email: 'amara@demo.example',
    about: 'Runs a pottery studio with a shop and weekend courses.',
  },
  { name: 'Jonas Weber', email: 'jonas@demo.example', about: 'Has just signed up and starts with nothing.' },
];

/**
 * The accounts that everybody may try, those of the site and those that apps bring; their password is public. Apps' seeds give them
 * something to show.
 *
 * @throws naming an address that two apps want for their people
 */
export function demoPeopleOf(apps: readonly Pick<AppDefinition, 'name' | 'demoPeople'>[]): DemoLogin[] {
  const people: DemoLogin[] = peopleOfTheSite.map((person) => ({ ...person, password }));
  for (const { name: app, demoPeople = [] } of apps) {
    for (const person of demoPeople) {
      if (people.some(({ email }) => email === person.email)) {
        throw new Error(
          `The demo person ${person.email} of ${app} is there already. Choose another address.`,
        );
      }
      people.push({ ...person, password, app });
    }
  }
  return people;
}
