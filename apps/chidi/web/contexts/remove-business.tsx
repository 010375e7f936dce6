import { ConfirmDialog, notify } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Business, useTRPC } from '../client.ts';

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
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title="Delete this business?"
      confirmLabel="Delete"
      cancelLabel="Keep it"
      onConfirm={() => remove.mutate({ id: business.id })}
      pending={remove.isPending}
      error={remove.error}
    >
      Everything that Chidi knows about <strong>{business.name}</strong> will be gone for good. Delete its
      conversations first: a business that has any stays.
    </ConfirmDialog>
  );
}
