import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useAppClient } from '../app/app-client-context.ts';
import { createQueryClient } from '../app/create-query-client.ts';

interface PersonScopeProps {
  children: ReactNode;
  /** Counts the sign-ins of this page: after each, whatever was refused in between is read again. */
  epoch: number;
}

/** A query cache of one person's own, so that nothing read for one can ever be shown to the next. */
export function PersonScope({ children, epoch }: PersonScopeProps) {
  const [queries] = useState(createQueryClient);
  const { Provider } = useAppClient();
  useEffect(() => {
    if (epoch > 0) void queries.invalidateQueries();
  }, [queries, epoch]);
  return (
    <QueryClientProvider client={queries}>
      <Provider>{children}</Provider>
    </QueryClientProvider>
  );
}
