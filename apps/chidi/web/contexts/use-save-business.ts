import { useQueryClient } from '@tanstack/react-query';
import { type BusinessDetails, useTRPC, useTRPCClient } from '../client.ts';
import { type BusinessValues, saysTheSame, valuesOf } from './business-values.ts';

/** Saves a business, new or changed; sent again after a reply that got lost, it neither doubles nor loses anything. */
export function useSaveBusiness() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const reload = (id: string) =>
    queries.fetchQuery(trpc.contexts.byId.queryOptions({ id }, { staleTime: 0 }));

  async function send(id: string, values: BusinessValues): Promise<BusinessDetails> {
    const { name, fields, version } = values;
    if (version > 0) return client.contexts.update.mutate({ id, name, fields, version });
    const created = await client.contexts.create.mutate({ id, name, fields });
    if (saysTheSame(valuesOf(created), values)) return created;
    // An earlier attempt had arrived after all, before the form was changed further.
    return client.contexts.update.mutate({ id, name, fields, version: created.version });
  }

  async function save(id: string, values: BusinessValues): Promise<BusinessDetails> {
    const business = await send(id, values);
    queries.setQueryData(trpc.contexts.byId.queryKey({ id }), business);
    await queries.invalidateQueries({ queryKey: trpc.contexts.list.pathKey() });
    return business;
  }

  return { save, reload };
}
