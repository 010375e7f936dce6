import { Form, FormFailure } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Profile, useTRPC } from '../client.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import { BasisChoice } from '../profiles/basis-choice.tsx';
import { useHasOwn } from '../profiles/use-has-own.ts';
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
  const leadOn = useLeadOn();
  const hasOwn = useHasOwn();
  const [picked, setBasis] = useState(saved);
  const basis = hasOwn && picked === 'self' ? 'guardian' : picked;
  const bring = useMutation(
    trpc.import.record.mutationOptions({
      onSuccess: async ({ id }) => {
        await queries.invalidateQueries();
        leadOn(`/p/${id}/`);
      },
    }),
  );
  return (
    <Form
      className={classes.confirm}
      onSubmit={() => bring.mutate({ id: chosen.id, file: chosen.file, basis })}
    >
      <BasisChoice label={`Who is ${name}?`} value={basis} hasOwn={hasOwn} onChange={setBasis} />
      <FormFailure error={bring.error} />
      <div>
        <Button type="submit" size="md" loading={bring.isPending}>
          Bring {name}’s record here
        </Button>
      </div>
    </Form>
  );
}
