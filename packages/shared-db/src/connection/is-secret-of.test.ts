import { describe, expect, it } from 'vitest';
import { isSecretOf } from './is-secret-of.ts';

// Source: the exchange of RFC 7677, section 3, for the password "pencil"; its StoredKey follows from its salt and rounds.
const secret =
  'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=';

describe('what PostgreSQL keeps of a login', () => {
  it('is known as made of its password, and of no other', () => {
    expect(isSecretOf(secret, 'pencil')).toBe(true);
    expect(isSecretOf(secret, 'pencils')).toBe(false);
  });

  it.each(['', 'md5aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'SCRAM-SHA-256$4096:c2FsdA==$AAAA:AAAA'])(
    'in another form is taken for that of another password: %j',
    (other) => {
      expect(isSecretOf(other, 'pencil')).toBe(false);
    },
  );
});
