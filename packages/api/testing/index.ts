export { proceduresOf } from './procedures-of.ts';
export {
  comeBack,
  type ProviderVisit,
  type Returned,
  type VisitOptions,
  visitProvider,
} from './provider-visit.ts';
export { startTestServer, type TestServer, type TestServerOptions } from './start-test-server.ts';
export { testClient } from './test-client.ts';
export type { TestMailbox } from './test-mailbox.ts';
export type { TestPerson } from './test-person.ts';
export { startTestProcess, type TestProcess, type TestProcessOptions } from './test-process.ts';
export { type ProviderPerson, startTestProvider, type TestProvider } from './test-provider.ts';
export { type ReceivedPush, type TestDevice, type TestPush, testPush } from './test-push.ts';
export { type ReceivedMail, startTestSmtp, type TestSmtp } from './test-smtp.ts';
