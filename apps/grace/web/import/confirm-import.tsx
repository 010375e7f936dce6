import { Form, FormFailure } from '@commons/ui';
import { Button, Radio, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { type Profile, useTRPC } from '../client.ts';
import { bases } from '../profiles/bases.ts';
import surfaces from '../surfaces.module.css';
import classes from './import.module.css';

interface ConfirmProps {
  chosen: { id: string; file: string };
  name: string;
  basis: Profile['basis'];
}

/** On what authority the new record is held, and the button that makes it. */
export function ConfirmImport({ chosen, name, basis: saved }: ConfirmProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { data: profiles = [] } = useQuery(trpc.profiles.list.queryOptions());
  const hasOwn = profiles.some((one) => one.basis === 'self' && one.rights.isHolder);
  const [picked, setBasis] = useState(saved);
  const basis = hasOwn && picked === 'self' ? 'guardian' : picked;
  const bring = useMutation(
    trpc.import.record.mutationOptions({
      onSuccess: async ({ id }) => {
        await queries.invalidateQueries();
        navigate(`/p/${id}/`);
      },
    }),
  );
  return (
    <Form
      className={classes.confirm}
      onSubmit={() => bring.mutate({ id: chosen.id, file: chosen.file, basis })}
    >
      <Radio.Group
        label={`Who is ${name}?`}
        value={basis}
        onChange={(value) => setBasis(value as Profile['basis'])}
      >
        <Stack gap={0} mt="xs">
          {Object.entries(bases).map(([value, label]) => (
            <Radio
              key={value}
              value={value}
              label={label}
              disabled={value === 'self' && hasOwn}
              size="md"
              className={surfaces.choice}
            />
          ))}
        </Stack>
      </Radio.Group>
      <FormFailure error={bring.error} />
      <div>
        <Button type="submit" size="md" loading={bring.isPending}>
          Bring {name}’s record here
        </Button>
      </div>
    </Form>
  );
}
