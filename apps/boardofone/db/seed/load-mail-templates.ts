import type { ServiceDatabase } from '@commons/shared-db/service';
import type { MailTemplate } from '../../mails/mail-template.ts';
import { mailTemplates as written } from '../../mails/templates.ts';
import { mailTemplates } from '../schema/mail-templates.ts';

/**
 * Brings the wordings of mails into the database. What is there stays as it is, also what the files have lost: mails may have been sent
 * with it. Called again it changes nothing.
 *
 * @throws naming versions that are known with other words
 */
export async function loadMailTemplates(
  service: ServiceDatabase,
  wanted: readonly MailTemplate[] = written,
): Promise<void> {
  const { name, version, subject, text } = mailTemplates;
  await service.asService('the templates of mails', async (tx) => {
    await tx
      .insert(mailTemplates)
      .values([...wanted])
      .onConflictDoNothing();
    const known = await tx.select({ name, version, subject, text }).from(mailTemplates);
    const reworded = wanted.filter((one) =>
      known.some(
        (kept) =>
          kept.name === one.name &&
          kept.version === one.version &&
          (kept.subject !== one.subject || kept.text !== one.text),
      ),
    );
    if (reworded.length === 0) return;
    const names = reworded.map((one) => `${one.name} ${one.version}`).join(', ');
    throw new Error(
      `Changed, but under the number of the old version: ${names}. Add a version in apps/boardofone/mails/templates.ts.`,
    );
  });
}
