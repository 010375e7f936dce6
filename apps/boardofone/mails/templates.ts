import type { MailName, MailTemplate } from './mail-template.ts';

const goodbye = `You get this because the board writes when a session ends or stops. To change that:
{{settings}}`;

const goodbyeInOneClick = `You get this because the board writes when a session ends or stops. No more of these mails:
{{unsubscribe}}

Notices and settings:
{{settings}}`;

const completed = `The panel has voted, and its memo is written:

{{problem}}

Read it here, with the minority report:
{{link}}

The decision stays yours.`;

const paused = `The board cannot go on by itself:

{{problem}}

{{reason}}

What was said is kept. Go on here:
{{link}}`;

/** Every version of every template, as the database gets them. One that was given out is never changed: add another. */
export const mailTemplates: readonly MailTemplate[] = [
  {
    name: 'completed',
    version: 1,
    subject: 'The board is done: {{problem}}',
    text: `${completed}

${goodbye}`,
  },
  {
    name: 'paused',
    version: 1,
    subject: 'The board has stopped: {{problem}}',
    text: `${paused}

${goodbye}`,
  },
  {
    name: 'completed',
    version: 2,
    subject: 'The board is done: {{problem}}',
    text: `${completed}

${goodbyeInOneClick}`,
  },
  {
    name: 'paused',
    version: 2,
    subject: 'The board has stopped: {{problem}}',
    text: `${paused}

${goodbyeInOneClick}`,
  },
  {
    name: 'failed',
    version: 1,
    subject: 'The board could not finish: {{problem}}',
    text: `Something went wrong on our side, and resuming did not help:

{{problem}}

What was said is kept. Read it, and ask again as a new decision, here:
{{link}}

${goodbyeInOneClick}`,
  },
  {
    name: 'review_due',
    version: 1,
    subject: 'What came of it: {{problem}}',
    text: `You wanted to look back today at what you decided:

{{problem}}

You expected:

{{expectation}}

Was it so? Say it here:
{{link}}

You get this because you set this day. No more mails of the board:
{{unsubscribe}}

Notices and settings:
{{settings}}`,
  },
];

/** The version that new mails get. */
export function newestTemplate(name: MailName): MailTemplate {
  const ofName = mailTemplates.filter((template) => template.name === name);
  return ofName.reduce((newest, one) => (one.version > newest.version ? one : newest));
}
