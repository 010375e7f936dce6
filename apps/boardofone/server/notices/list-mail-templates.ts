import type { SignedInContext } from '@commons/api';
import { asc, desc } from 'drizzle-orm';
import { mailTemplates } from '../../db/schema/mail-templates.ts';
import type { MailTemplateVersion } from './schemas.ts';

/** Every version of every mail, the newest of each first. */
export function listMailTemplates({ asUser }: SignedInContext): Promise<MailTemplateVersion[]> {
  const { name, version, subject, text, createdAt } = mailTemplates;
  return asUser((tx) =>
    tx
      .select({ name, version, subject, text, createdAt })
      .from(mailTemplates)
      .orderBy(asc(name), desc(version)),
  );
}
