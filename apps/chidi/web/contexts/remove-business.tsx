import { describeError, notify, useOpenedAfterMount } from '@commons/ui';
import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Business, useTRPC } from '../client.ts';
import classes from './businesses.module.css';

interface RemoveBusinessProps {
  business: Business;
  opened: boolean;
  onClose: () => void;
}

/** Asks before a business is deleted: what it said cannot be brought back. */
export function RemoveBusiness({ business, opened, onClose }: RemoveBusinessProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const remove = useMutation(
    trpc.contexts.remove.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.contexts.list.pathKey() });
        notify({ title: `${business.name} was deleted` });
        onClose();
      },
    }),
  );
  const close = () => {
    remove.reset();
    onClose();
  };
  return (
    <Modal
      opened={useOpenedAfterMount(opened)}
      onClose={close}
      title="Delete this business?"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p className={classes.question}>
        Everything that Chidi knows about <strong>{business.name}</strong> will be gone for good. A business
        that conversations are about cannot be deleted.
      </p>
      {remove.error && (
        <p role="alert" className={classes.problem}>
          {describeError(remove.error).text}
        </p>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={close} data-autofocus>
          Keep it
        </Button>
        {!remove.error && (
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ id: business.id })}>
            Delete
          </Button>
        )}
      </Group>
    </Modal>
  );
}
