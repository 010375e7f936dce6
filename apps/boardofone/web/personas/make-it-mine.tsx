import { FormFailure, newMessageId } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useTRPC } from '../client.ts';
import classes from './personas.module.css';

/** Makes a voice of one's own out of somebody in the catalogue, and goes to its page. */
export function MakeItMine({ code }: { code: string }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  // The same until it is there: sent again, it adds nothing.
  const [id] = useState(newMessageId);
  const { mutate, isPending, error } = useMutation(
    trpc.ownPersonas.clone.mutationOptions({
      onSuccess(persona) {
        queries.setQueryData(trpc.ownPersonas.byCode.queryKey({ code: persona.code }), persona);
        void queries.invalidateQueries({ queryKey: trpc.personas.list.queryKey() });
        navigate(`/personas/${persona.code}`);
      },
    }),
  );
  return (
    <div className={classes.mine}>
      <FormFailure error={error} />
      <Button variant="default" loading={isPending} onClick={() => mutate({ id, code })}>
        Make it mine
      </Button>
      <p className={classes.traits}>A copy that you can word anew and try. Nobody else sees it.</p>
    </div>
  );
}
