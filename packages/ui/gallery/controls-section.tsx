import { Button, Group, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CopyButton } from '../src/copy/copy-button.tsx';
import { Disclosure } from '../src/disclosure/disclosure.tsx';
import { FormFailure } from '../src/session/form-failure.tsx';
import { PasswordField } from '../src/session/password-field.tsx';
import { AppMark } from '../src/shell/app-mark.tsx';
import { accents } from '../src/theme/accents.ts';
import { Timestamp } from '../src/time/timestamp.tsx';
import { Section } from './section.tsx';

const variants = ['filled', 'light', 'default', 'subtle'];

/** Buttons, fields and small parts. */
export function ControlsSection() {
  const [text, setText] = useState('');
  return (
    <>
      <Section title="Buttons">
        <Group>
          {variants.map((variant) => (
            <Button key={variant} variant={variant}>
              {variant}
            </Button>
          ))}
          <Button color="red">delete</Button>
          <Button disabled>disabled</Button>
          <Button loading>loading</Button>
          <CopyButton text="copied" label="Copy" />
        </Group>
      </Section>
      <Section title="Fields">
        <TextInput className="ui-wide" label="Name" description="As others see it." defaultValue="Ada" />
        <TextInput className="ui-wide" label="Email" error="This is no email address." defaultValue="ada" />
        <PasswordField className="ui-wide" label="Password" name="password" />
        <Textarea
          className="ui-wide"
          label="About"
          autosize
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <SegmentedControl aria-label="Size" data={['Small', 'Medium', 'Large']} />
        <FormFailure error={new TypeError('Failed to fetch')} />
      </Section>
      <Section title="Marks and times">
        <Group>
          {Object.keys(accents).map((accent) => (
            <AppMark key={accent} title={accent} accent={accent as keyof typeof accents} size="lg" />
          ))}
          <Timestamp date={new Date(Date.now() - 3_600_000)} />
        </Group>
      </Section>
      <Section title="Something more">
        <Disclosure label="All that was asked">It was asked whether anybody reads this.</Disclosure>
      </Section>
    </>
  );
}
