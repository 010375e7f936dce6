import { describeError, Form, FormFailure, notify, useNow } from '@commons/ui';
import { Button, Group, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ChangeGrant } from '../../server/caregivers/schemas.ts';
import { type Caregiver, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { useUnsaved } from '../frame/unsaved.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import { NewerVersion } from '../medications/newer-version.tsx';
import page from '../page.module.css';
import { GrantFields } from './grant-fields.tsx';
import { inOneYear, lastDayOf } from './grant-values.ts';
import { problemsIn } from './problems-in.ts';

/** What somebody may see and do from now on. Both sides find each change among what was agreed. */
export function ChangeForm({ caregiver }: { caregiver: Caregiver }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const leadOn = useLeadOn();
  const now = useNow();
  const { id: profileId, timeZone } = useProfile();
  const { id, name } = caregiver;
  const known = () => ({ version: caregiver.version, values: valuesOf(caregiver, timeZone) });
  /** What the form began from. */
  const [start, setStart] = useState(known);
  const [values, setValues] = useState(start.values);
  const save = useMutation(
    trpc.caregivers.change.mutationOptions({
      onSuccess: async () => {
        notify({ title: `Saved. ${name} sees it among what was agreed.` });
        await queries.invalidateQueries();
        leadOn(`/p/${profileId}/care`);
      },
      onError: (error) => {
        if (describeError(error).code === 'STALE_VERSION') void queries.invalidateQueries();
      },
    }),
  );
  const load = () => {
    const newer = known();
    setStart(newer);
    setValues(newer.values);
  };
  useUnsaved(values !== start.values && !save.isSuccess);
  const isNewer = caregiver.version !== start.version && !save.isPending && !save.isSuccess;
  const input = { ...values, profileId, id, version: start.version };
  const problems = save.isIdle ? {} : problemsIn(ChangeGrant, input, save.error);
  const change = (part: Partial<typeof values>) => setValues({ ...values, ...part });
  return (
    <Form className={page.page} onSubmit={() => save.mutate(input)}>
      <Title order={1}>What {name} may see and do</Title>
      <GrantFields values={values} problems={problems} change={change} />
      <div>
        <Button variant="default" size="md" onClick={() => change({ lastDay: inOneYear(timeZone, now) })}>
          Renew for a year from today
        </Button>
      </div>
      {isNewer ? (
        <NewerVersion
          what={`what ${name} may see and do`}
          onLoad={load}
          onKeep={() => setStart({ ...start, version: caregiver.version })}
        />
      ) : (
        <FormFailure error={save.error} />
      )}
      <Group gap="xs">
        <Button type="submit" size="md" loading={save.isPending} disabled={isNewer}>
          Save
        </Button>
        <Button component={Link} href={`/p/${profileId}/care`} variant="subtle" color="gray" size="md">
          Cancel
        </Button>
      </Group>
    </Form>
  );
}

function valuesOf({ relationship, level, scopes, endsAt }: Caregiver, timeZone: string) {
  return { relationship, level, scopes, lastDay: lastDayOf(endsAt, timeZone) };
}
