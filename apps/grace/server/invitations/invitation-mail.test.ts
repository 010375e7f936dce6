import { expect, it } from 'vitest';
import { invitationMail } from './invitation-mail.ts';

it('has a subject that mail takes, however long the names are', () => {
  const long = 'x'.repeat(120);
  const { subject, text } = invitationMail({
    email: 'ben@example.org',
    name: long,
    personName: `Margaret\r\n${long.slice(10)}`,
    holderName: long,
    link: 'https://commons.example.org/grace/invitation#secret',
  });

  expect(subject.length).toBeLessThanOrEqual(200);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text).toContain('https://commons.example.org/grace/invitation#secret');
});
