import { useSearchParams } from 'wouter';
import { standings } from '../../server/sessions/schemas.ts';

/** Which of the sessions the address asks for. */
export interface SessionListView {
  text: string;
  standing: (typeof standings)[number] | null;
  isArchived: boolean;
}

/** The view that the address holds, and how to change it; typing and filtering are no steps that Back undoes. */
export function useSessionView(): [SessionListView, (part: Partial<SessionListView>) => void] {
  const [params, setParams] = useSearchParams();
  const view: SessionListView = {
    text: params.get('text')?.slice(0, 200) ?? '',
    standing: standings.find((standing) => standing === params.get('standing')) ?? null,
    isArchived: params.has('archived'),
  };
  const change = (part: Partial<SessionListView>) => {
    const { text, standing, isArchived } = { ...view, ...part };
    setParams(
      {
        ...(text && { text }),
        ...(standing && { standing }),
        ...(isArchived && { archived: '1' }),
      },
      { replace: true },
    );
  };
  return [view, change];
}
