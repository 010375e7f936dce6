import { userContexts } from '../../db/schema/user-contexts.ts';
import { type ContextDetails, type ContextFields, contextSections } from './schemas.ts';

export const summaryColumns = {
  id: userContexts.id,
  name: userContexts.name,
  version: userContexts.version,
  updatedAt: userContexts.updatedAt,
};

export const detailColumns = {
  ...summaryColumns,
  company: userContexts.company,
  offers: userContexts.offers,
  audience: userContexts.audience,
  tone: userContexts.tone,
  policies: userContexts.policies,
  goals: userContexts.goals,
  locale: userContexts.locale,
  currency: userContexts.currency,
  doNotSay: userContexts.doNotSay,
  preferences: userContexts.preferences,
};

type DetailRow = Omit<ContextDetails, 'fields'> & ContextFields;

export function toDetails(row: DetailRow): ContextDetails {
  const { id, name, version, updatedAt } = row;
  const fields = Object.fromEntries(contextSections.map(({ key }) => [key, row[key]])) as ContextFields;
  return { id, name, version, updatedAt, fields };
}
