export { Announcer, useAnnounce } from './announce/announcer.tsx';
export { type AppInfo, useApp } from './app/app-context.ts';
export { AppRoot, type AppRootProps } from './app/app-root.tsx';
export { type AppClient, createAppClient } from './app/create-app-client.tsx';
export { ErrorBoundary } from './app/error-boundary.tsx';
export { renderApp } from './app/render-app.tsx';
export { usePageTitle } from './app/use-page-title.ts';
export { ChatLayout, type ChatLayoutProps } from './chat/chat-layout.tsx';
export { Composer, type ComposerProps } from './chat/composer.tsx';
export { newMessageId } from './chat/message-id.ts';
export { ModelNotice } from './chat/model-notice.tsx';
export { Transcript, type TranscriptProps } from './chat/transcript.tsx';
export type { MessageStatus, TranscriptHandlers, TranscriptMessage } from './chat/transcript-message.ts';
export type { Command } from './commands/command.ts';
export { useCommand, useCommands } from './commands/use-command.ts';
export { CopyButton } from './copy/copy-button.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './dialogs/confirm-dialog.tsx';
export { useDialogLayer } from './dialogs/use-dialog-layer.ts';
export type { Draft } from './drafts/draft-store.ts';
export { useDraft } from './drafts/use-draft.ts';
export { describeError, type ErrorDescription } from './errors/describe-error.ts';
export type { ErrorCode } from './errors/error-code.ts';
export { type ErrorAction, type ErrorText, errorText } from './errors/error-text.ts';
export { type FollowOptions, useFollow } from './live/use-follow.ts';
export { usePageVisible } from './live/use-page-visible.ts';
export { Markdown, type MarkdownProps } from './markdown/markdown.tsx';
export { accountApi, type Device, type WaysIn } from './session/account-api.ts';
export { authApi, type SessionUser } from './session/auth-api.ts';
export { ConfirmIdentity } from './session/confirm-identity.tsx';
export { newPasswordProblem, passwordLengthMin } from './session/credentials.ts';
export { explainAuthError } from './session/explain-auth-error.ts';
export { FormFailure } from './session/form-failure.tsx';
export { needsFreshSession } from './session/needs-fresh-session.ts';
export { PasswordField } from './session/password-field.tsx';
export { ProviderIcon } from './session/provider-icon.tsx';
export { providerNames } from './session/provider-names.ts';
export { ProviderProblem } from './session/provider-problem.tsx';
export { type SessionState, useOptionalSession, useSession, useUserId } from './session/session-context.ts';
export { useProviderVisit } from './session/use-provider-visit.ts';
export { type FormProblem, useSubmit } from './session/use-submit.ts';
export { AppMark } from './shell/app-mark.tsx';
export { useApps } from './shell/apps.ts';
export { Shell, type ShellProps } from './shell/shell.tsx';
export { type Shortcut, useShortcuts } from './shortcuts/shortcuts.tsx';
export { useShortcut } from './shortcuts/use-shortcut.ts';
export { EmptyState } from './states/empty-state.tsx';
export { ErrorState } from './states/error-state.tsx';
export { ForbiddenState } from './states/forbidden-state.tsx';
export { LoadingState } from './states/loading-state.tsx';
export { NotFoundState } from './states/not-found-state.tsx';
export {
  DataTable,
  type DataTableColumn,
  type DataTableProps,
  type DataTableRow,
} from './tables/data-table.tsx';
export { type AccentName, accentFor } from './theme/accents.ts';
export { Timestamp } from './time/timestamp.tsx';
export { dismiss, notify, notifyError, type Toast } from './toasts/notify.tsx';
