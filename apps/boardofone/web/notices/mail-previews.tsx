import { ErrorState, LoadingState, Timestamp } from '@commons/ui';
import { NativeSelect, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pauseWords } from '../../deliberation/pause-words.ts';
import type { MailName } from '../../mails/mail-template.ts';
import { renderMail } from '../../mails/render-mail.ts';
import { type MailTemplateVersion, useTRPC } from '../client.ts';
import classes from './notices.module.css';

const names: Record<MailName, string> = {
  completed: 'A session is done',
  paused: 'A session has stopped',
  failed: 'A session has failed',
  review_due: 'The day of a review has come',
};

/** Each mail as it is sent, in each of its versions, with a made-up decision. */
export function MailPreviews() {
  const trpc = useTRPC();
  const { data: templates, error, refetch } = useQuery(trpc.notices.templates.queryOptions());
  return (
    <section aria-labelledby="mail-previews" className={classes.section}>
      <Title order={2} id="mail-previews">
        What the mails say
      </Title>
      {templates ? (
        <Preview templates={templates} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState />
      )}
    </section>
  );
}

function Preview({ templates }: { templates: readonly MailTemplateVersion[] }) {
  const [name, setName] = useState<string>('completed');
  const [version, setVersion] = useState<number | null>(null);
  // The newest comes first.
  const versions = templates.filter((one) => one.name === name);
  const template = versions.find((one) => one.version === version) ?? versions[0];
  return (
    <>
      <div className={classes.choices}>
        <NativeSelect
          label="Mail"
          value={name}
          data={[...new Set(templates.map((one) => one.name))].map((value) => ({
            value,
            label: value in names ? names[value as MailName] : value,
          }))}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
            setVersion(null);
          }}
        />
        <NativeSelect
          label="Version"
          value={template?.version}
          data={versions.map((one, at) => ({
            value: String(one.version),
            label: at === 0 ? `${one.version} (sent now)` : String(one.version),
          }))}
          onChange={({ currentTarget }) => setVersion(Number(currentTarget.value))}
        />
      </div>
      {template && <Mail template={template} />}
    </>
  );
}

function Mail({ template }: { template: MailTemplateVersion }) {
  const site = `${window.location.origin}/boardofone`;
  const { subject, text } = renderMail(template, {
    problem: 'Do we open a second bakery, or extend the one we have?',
    reason: pauseWords.cost_cap,
    expectation: 'By May the second shop covers its rent.',
    link: `${site}/sessions/…`,
    settings: `${site}/notices`,
    unsubscribe: `${site}/unsubscribe/…`,
  });
  return (
    <>
      <figure className={classes.mail} aria-label="A mail with a made-up decision">
        <figcaption>{subject}</figcaption>
        <p>{text}</p>
      </figure>
      <p className={classes.muted}>
        Worded so since <Timestamp date={template.createdAt} />.
      </p>
    </>
  );
}
