/** The settings with which every session of the two logins that serve begins. */
export const loginPresets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  commons_app: { statement_timeout: '15s', lock_timeout: '5s', idle_in_transaction_session_timeout: '10s' },
  commons_service: {
    statement_timeout: '60s',
    lock_timeout: '5s',
    idle_in_transaction_session_timeout: '10s',
  },
};

/** Those that only a superuser may give, so that a database may lack them: no parameter reaches PostgreSQL's log. */
export const superuserPresets: Readonly<Record<string, string>> = {
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};
