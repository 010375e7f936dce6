import { isTestCode } from '../../repository/kinds-of-files.ts';
import { forEachImport } from '../rule.ts';

const allowed = [
  /^packages\/(api|shared-db)\//,
  /^apps\/gateway\//,
  /^apps\/[^/]+\/server\/jobs\//,
  /^apps\/[^/]+\/db\/seed(\.ts$|\/)/,
];

/** The privileged login, which no policy stops, is for the few places that cannot do without. */
export const serviceStaysNarrow = forEachImport((path, { specifier }) => {
  if (specifier !== '@commons/shared-db/service') return undefined;
  if (isTestCode(path) || allowed.some((place) => place.test(path))) return undefined;
  return `${specifier} is imported here: use ctx.asUser instead; the service login is for packages/api, the gateway, an app's server/jobs/ and db/seed.`;
});
