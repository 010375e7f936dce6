export type { Actor, Command } from './actors.ts';
export { checkCompleteness, checkTable } from './check-table.ts';
export { describeIsolation, type IsolationSuite } from './describe-isolation.ts';
export { judgePolicies, type PolicyVerdict } from './policy-mutants.ts';
export { rolledBack } from './rolled-back.ts';
export {
  type Arrange,
  type IsolationExpectations,
  type Outcome,
  ownedRows,
  type Row,
  type TableExpectation,
} from './table-expectation.ts';
