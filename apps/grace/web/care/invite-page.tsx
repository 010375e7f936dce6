import { Form, FormFailure, newMessageId, useNow, usePageTitle } from '@commons/ui';
import { Button, Group, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { CreateInvitation } from '../../server/invitations/schemas.ts';
import { useTRPC } from '../client.ts';
import { HoldersAlone } from '../frame/holders-alone.tsx';
import { useProfile } from '../frame/profile-context.ts';
import { useUnsaved } from '../frame/unsaved.ts';
import page from '../page.module.css';
import { AgreedText } from './agreed-text.tsx';
import { GrantFields } from './grant-fields.tsx';
import { newGrant } from './grant-values.ts';
import { Invited } from './invited.tsx';
import { problemsIn } from './problems-in.ts';

/** Invites somebody by e-mail, with everything that they will agree to in sight. */
export function InvitePage() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const profile = useProfile();
  const now = useNow();
  const [start] = useState(() => ({
    ...newGrant(profile.timeZone, now),
    id: newMessageId(),
    name: '',
    email: '',
  }));
  const [values, setValues] = useState(start);
  const [submitted, setSubmitted] = useState(false);
  const create = useMutation(
    trpc.invitations.create.mutationOptions({ onSuccess: () => queries.invalidateQueries() }),
  );
  usePageTitle('Invite somebody');
  useUnsaved(values !== start && !create.isSuccess);
  if (!profile.rights.isHolder) return <HoldersAlone title="You cannot invite others" />;
  if (create.data) return <Invited {...create.data} />;
  const input = { ...values, profileId: profile.id };
  const problems = submitted ? problemsIn(CreateInvitation, input, create.error) : {};
  const change = (part: Partial<typeof values>) => {
    create.reset();
    setValues({ ...values, ...part });
  };
  return (
    <Form
      className={page.page}
      onSubmit={() => {
        setSubmitted(true);
        if (CreateInvitation.safeParse(input).success) create.mutate(input);
      }}
    >
      <Title order={1}>Invite somebody</Title>
      <TextInput
        label="Their name"
        description="Others in the care see it beside what they record."
        size="md"
        value={values.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        error={problems.name}
        aria-required
        autoComplete="off"
        dir="auto"
      />
      <TextInput
        label="Their e-mail address"
        description="Only an account with this address can accept."
        type="email"
        size="md"
        value={values.email}
        onChange={({ currentTarget }) => change({ email: currentTarget.value })}
        error={problems.email}
        aria-required
        autoComplete="off"
      />
      <GrantFields values={values} problems={problems} change={change} />
      <AgreedText values={values} name={values.name} />
      <FormFailure error={create.error} />
      <Group gap="xs">
        <Button type="submit" size="md" loading={create.isPending}>
          Invite
        </Button>
        <Button component={Link} href={`/p/${profile.id}/care`} variant="subtle" color="gray" size="md">
          Cancel
        </Button>
      </Group>
    </Form>
  );
}
