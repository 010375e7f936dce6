import { NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { pauseWords } from '../../deliberation/pause-words.ts';
import { renderMail } from '../../mails/render-mail.ts';
import { mailTemplates } from '../../mails/templates.ts';
import classes from './notices.module.css';

const names = { completed: 'A session is done', paused: 'A session has stopped' };
const keyOf = ({ name, version }: { name: string; version: number }) => `${name} ${version}`;

/** Each mail as it is sent, in each of its versions, with a made-up decision. */
export function MailPreviews() {
  const [chosen, setChosen] = useState(keyOf({ name: 'completed', version: 1 }));
  const template = mailTemplates.find((one) => keyOf(one) === chosen);
  const site = `${window.location.origin}/boardofone`;
  const mail =
    template &&
    renderMail(template, {
      problem: 'Do we open a second bakery, or extend the one we have?',
      reason: pauseWords.cost_cap,
      link: `${site}/sessions/…`,
      settings: `${site}/notices`,
    });
  return (
    <section aria-labelledby="mail-previews" className={classes.section}>
      <Title order={2} id="mail-previews">
        What the mails say
      </Title>
      <NativeSelect
        label="Mail"
        value={chosen}
        data={mailTemplates.map((one) => ({
          value: keyOf(one),
          label: `${names[one.name]} (version ${one.version})`,
        }))}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      {mail && (
        <figure className={classes.mail} aria-label="A mail with a made-up decision">
          <figcaption>{mail.subject}</figcaption>
          <p>{mail.text}</p>
        </figure>
      )}
    </section>
  );
}
