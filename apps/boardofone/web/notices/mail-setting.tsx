import { ErrorState, LoadingState, notifyError } from '@commons/ui';
import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';

/** Whether the board writes mails, and where to. */
export function MailSetting() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = trpc.notices.settings.queryOptions();
  const { data: settings, error, refetch } = useQuery(options);
  const { mutate } = useMutation(
    trpc.notices.setMails.mutationOptions({
      onMutate: (change) => {
        const before = queries.getQueryData(options.queryKey);
        if (before) queries.setQueryData(options.queryKey, { ...before, ...change });
        return { before };
      },
      onError: (failure, _, context) => {
        if (context?.before) queries.setQueryData(options.queryKey, context.before);
        notifyError(failure);
      },
      onSettled: () => queries.invalidateQueries({ queryKey: options.queryKey }),
    }),
  );
  if (!settings)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const { hasMails, canMail, email } = settings;
  return (
    <Switch
      size="md"
      label="A mail when a session is done, has stopped, or is to be looked back at"
      description={
        canMail
          ? `To ${email}.`
          : 'This site sends no mail. Whoever runs it can set SMTP_URL. Notices are here.'
      }
      checked={hasMails}
      onChange={({ currentTarget }) => mutate({ hasMails: currentTarget.checked })}
    />
  );
}
