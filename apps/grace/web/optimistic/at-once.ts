import { notifyError } from '@commons/ui';
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * What makes a change show before the server has answered, where nobody else can have been first; a refusal brings back what was
 * there, and says why.
 *
 * @example
 * useMutation(trpc.notes.pin.mutationOptions(atOnce(queries, key, (note: Note, { isPinned }) => ({ ...note, isPinned }))));
 */
export function atOnce<Data, Input>(
  queries: QueryClient,
  queryKey: QueryKey,
  change: (data: Data, input: Input) => Data,
) {
  // Several presses are sent one after the other, so that the last one stands.
  const scope = { id: JSON.stringify(queryKey) };
  return {
    scope,
    onMutate: async (input: Input) => {
      // An answer that is on its way knows nothing of the change.
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<Data>(queryKey);
      if (before !== undefined) queries.setQueryData<Data>(queryKey, change(before, input));
      return { before };
    },
    onError: (error: unknown, _input: Input, kept?: { before: Data | undefined }) => {
      const before = kept?.before;
      if (before !== undefined) queries.setQueryData<Data>(queryKey, before);
      notifyError(error);
    },
    onSettled: () => {
      const isLast = queries.isMutating({ predicate: ({ options }) => options.scope?.id === scope.id }) <= 1;
      return isLast ? queries.invalidateQueries() : undefined;
    },
  };
}
