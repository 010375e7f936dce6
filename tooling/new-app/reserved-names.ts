/** What the workspace says something else by: schemas, addresses, folders with a meaning. */
const house = (
  'account api app assets bench common core coverage db dist e2e gateway healthz helpers identity lib metrics misc pgboss ' +
  'public readyz server template testing tooling utils web'
).split(' ');

/** Names that stand beside the app's in its own files. */
const ownNames = (
  'anna attempts bens before browser changes client context describe email everything expect id isolation it milk open ' +
  'procedures schema seed site sizes start vi'
).split(' ');

/** Words of TypeScript: the app is exported under its name. */
const typescript = (
  'arguments as async await boolean break case catch class const continue debugger default delete do else enum eval export ' +
  'extends false finally for from function if implements import in instanceof interface let new null number object of ' +
  'package private protected return static string super switch symbol this throw true try type typeof undefined var void ' +
  'while with yield'
).split(' ');

/** Words that PostgreSQL keeps to itself: the app's schema has its name. */
const postgresql = (
  'all analyse analyze and any array asc asymmetric authorization binary both cast check collate collation column ' +
  'concurrently constraint create cross default deferrable desc distinct do else end except fetch foreign freeze full grant ' +
  'group having ilike initially inner intersect into is isnull join lateral leading left like limit localtime natural not ' +
  'notnull offset on only or order outer overlaps placing primary references right select session similar some symmetric ' +
  'table tablesample then to trailing union unique user using variadic verbose when where window'
).split(' ');

/** Names that no app can have. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...house,
  ...ownNames,
  ...typescript,
  ...postgresql,
]);
