import { useSearchParams } from 'wouter';
import { standings } from '../../server/sessions/schemas.ts';

/** Which of the sessions the address asks for. */
export interface SessionListView {
  text: string;
  standing: (typeof standings)[number] | null;
  isArchived: boolean;
  /** Days, as `yyyy-mm-dd`; empty for any. */
  from: string;
  to: string;
  /** US dollars, as they are typed; empty for any. */
  min: string;
  max: string;
}

/** The view that the address holds, and how to change it; typing and filtering are no steps that Back undoes. */
export function useSessionView(): [SessionListView, (part: Partial<SessionListView>) => void] {
  const [params, setParams] = useSearchParams();
  const short = (key: string) => params.get(key)?.slice(0, 16) ?? '';
  const view: SessionListView = {
    text: params.get('text')?.slice(0, 200) ?? '',
    standing: standings.find((standing) => standing === params.get('standing')) ?? null,
    isArchived: params.has('archived'),
    from: short('from'),
    to: short('to'),
    min: short('min'),
    max: short('max'),
  };
  const change = (part: Partial<SessionListView>) => {
    const { text, standing, isArchived, from, to, min, max } = { ...view, ...part };
    setParams(
      {
        ...(text && { text }),
        ...(standing && { standing }),
        ...(isArchived && { archived: '1' }),
        ...(from && { from }),
        ...(to && { to }),
        ...(min && { min }),
        ...(max && { max }),
      },
      { replace: true },
    );
  };
  return [view, change];
}
