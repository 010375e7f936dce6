import { type CareLevel, type CareScope, careLevels, careScopes } from '../../care/schemas.ts';

/** Somebody who tries to reach the row of a holder. */
export interface MatrixActor {
  name: string;
  login: 'commons_app' | 'commons_service';
  /** As whom a context is opened; `none` opens no context at all. */
  as: 'person' | 'holder' | 'anon' | 'none';
  grant?: { level: CareLevel; scopes: readonly CareScope[] };
  /** What became of the grant; it stands unless stated. */
  state?: 'not started' | 'expired' | 'revoked' | 'left';
  /** The grant is for somebody else's profile. */
  isElsewhere?: true;
}

const person = { login: 'commons_app', as: 'person' } as const;
const everything = { level: 'manage', scopes: careScopes } as const;

const standing: MatrixActor[] = careLevels.flatMap((level) =>
  careScopes.flatMap((scope) => [
    { ...person, name: `a caregiver (${level}) with ${scope} alone`, grant: { level, scopes: [scope] } },
    {
      ...person,
      name: `a caregiver (${level}) with everything but ${scope}`,
      grant: { level, scopes: careScopes.filter((one) => one !== scope) },
    },
  ]),
);

/** Everybody who tries: each level with and without each scope, grants that do not stand, and those who have none. */
export const matrixActors: readonly MatrixActor[] = [
  { ...person, as: 'holder', name: 'the holder' },
  ...standing,
  ...(['not started', 'expired', 'revoked', 'left'] as const).map((state) => ({
    ...person,
    name: `a caregiver of everything whose grant has ${state}`,
    grant: everything,
    state,
  })),
  { ...person, name: 'a caregiver of everything of somebody else', grant: everything, isElsewhere: true },
  { ...person, name: 'a stranger' },
  { ...person, as: 'anon', name: 'a visitor' },
  { ...person, as: 'none', name: 'the app login without a context' },
  { login: 'commons_service', as: 'none', name: 'the service login' },
];
