import { Problem } from '@jacquard/flow';

/**
 * The database's versions, forward only: each text takes the one before it a step further, and none is edited after its
 * release. Times are milliseconds since the epoch. A run's events hang on its `number`, which keeps them small, and its row is written
 * when it begins and ends alone: a page less in the commit of each step. `bytes` is set at the end.
 */
const migrations: readonly string[] = [
  `
  create table flows (
    space text not null, id text not null, revision text not null, updated_at real not null, imported integer not null,
    name text not null, description text, node_count integer not null, document text not null,
    primary key (space, id)
  ) strict, without rowid;

  -- Flows that are files: what we wrote last (another revision came from outside). Folder '' below: flows of this database.
  create table folder_flows (
    folder text not null, id text not null, revision text not null, imported integer not null,
    primary key (folder, id)
  ) strict, without rowid;
  create table flow_consents (
    space text not null, folder text not null, flow_id text not null, reach text not null,
    primary key (space, folder, flow_id, reach)
  ) strict, without rowid;

  create table runs (
    number integer primary key, space text not null, id text not null, flow_id text not null, session_id text,
    status text not null, started_at real not null, ended_at real, usage text, pinned integer not null default 0,
    resumes integer not null default 0, bytes integer not null default 0,
    lease_owner text not null, lease_until real not null,
    unique (space, id)
  ) strict;
  create index runs_by_time on runs (space, started_at);
  create index runs_by_flow on runs (space, flow_id, started_at);
  create index runs_running on runs (space) where status = 'running';
  create table run_events (
    run integer not null, seq integer not null, event text not null,
    primary key (run, seq)
  ) strict, without rowid;

  -- No index by run: it would cost each step another page. Rows of runs that are gone count as absent, and are swept up.
  create table kept_outputs (
    space text not null, key text not null, run_id text not null, outputs text not null,
    primary key (space, key)
  ) strict, without rowid;
  create table large_values (
    number integer primary key, space text not null, ref text not null, value text not null,
    unique (space, ref)
  ) strict;
  create table value_holders (
    space text not null, run_id text not null, ref text not null,
    primary key (space, run_id, ref)
  ) strict, without rowid;
  create index value_holders_by_ref on value_holders (space, ref);

  create table sessions (
    space text not null, id text not null, flow_id text not null, title text not null, updated_at real not null,
    primary key (space, id)
  ) strict, without rowid;
  create index sessions_by_flow on sessions (space, flow_id, updated_at);
  create table session_messages (
    number integer primary key, space text not null, session_id text not null, id text not null, parent text,
    run_id text, role text not null, name text, at real not null, content text not null,
    unique (space, session_id, id)
  ) strict;

  create table files (
    space text not null, sha256 text not null, size integer not null,
    primary key (space, sha256)
  ) strict, without rowid;
  create index files_by_content on files (sha256);
  create table file_holders (
    space text not null, holder_kind text not null, holder_id text not null, sha256 text not null,
    name text not null, media_type text not null, held_at real not null,
    primary key (space, holder_kind, holder_id, sha256)
  ) strict, without rowid;
  create index file_holders_by_content on file_holders (space, sha256);

  create table secrets (
    space text not null, name text not null, origins text not null, updated_at real not null, sealed blob not null,
    primary key (space, name)
  ) strict, without rowid;

  create table preferences (
    space text not null, key text not null, value text not null,
    primary key (space, key)
  ) strict, without rowid;
  `,
  `
  -- States of flows that were kept. Numbers are given once: \`last\` counts those of deleted versions, too.
  create table flow_versions (
    space text not null, folder text not null, flow_id text not null, number integer not null, reason text not null,
    name text, note text, created_at real not null, node_count integer not null, revision text not null,
    size integer not null, document text not null,
    unique (space, folder, flow_id, number)
  ) strict;
  create table flow_version_numbers (
    space text not null, folder text not null, flow_id text not null, last integer not null,
    primary key (space, folder, flow_id)
  ) strict, without rowid;
  `,
  `
  -- What a person calls a run.
  alter table runs add column name text;
  `,
  `
  -- Whose a run or a session is, where it isn't the operator's.
  alter table runs add column caller text;
  create index runs_by_caller on runs (space, caller, started_at) where caller is not null;
  alter table sessions add column caller text;
  `,
  `
  -- Tests of flows that aren't files, and how the cases of all tests last came out.
  create table flow_tests (
    space text not null, folder text not null, id text not null, flow_id text not null, text text not null, recorded text,
    primary key (space, folder, id)
  ) strict, without rowid;
  create index flow_tests_by_flow on flow_tests (space, folder, flow_id);
  create table flow_test_results (
    space text not null, folder text not null, test_id text not null, name text not null, result text not null,
    primary key (space, folder, test_id, name)
  ) strict, without rowid;
  `,
  `
  -- Published versions and their labels. \`document\` and \`flows\`, the sub-flows': as they were when it was first published. \`rank\`:
  -- the order of publishing, null once withdrawn.
  create table flow_publications (
    space text not null, folder text not null, flow_id text not null, number integer not null, digest text not null,
    rank integer, published_at real not null, document text not null, flows text not null,
    unique (space, folder, flow_id, number)
  ) strict;
  create table flow_labels (
    space text not null, folder text not null, flow_id text not null, label text not null, number integer not null,
    primary key (space, folder, flow_id, label)
  ) strict, without rowid;
  `,
  `
  -- Keys by which a call is known again; no run for a call of many. Where the ends of runs are told. What asked for a run.
  create table call_keys (
    space text not null, caller text not null, key text not null, fingerprint text not null, run_id text,
    expires_at real not null,
    primary key (space, caller, key)
  ) strict, without rowid;
  create index call_keys_by_run on call_keys (space, run_id) where run_id is not null;
  create index call_keys_by_time on call_keys (space, expires_at);
  create table webhooks (
    space text not null, run_id text not null, url text not null, secret text, state text not null,
    attempts integer not null, next_at real not null, status integer, problem text,
    primary key (space, run_id)
  ) strict, without rowid;
  create index webhooks_open on webhooks (space, next_at) where state = 'open';
  alter table runs add column request_id text;
  alter table runs add column trace_parent text;
  alter table runs add column trace_state text;
  `,
  `
  -- Who may come in, what keys used by day (UTC, counted from 1970), and what was done. Hashes alone: no password, token or key.
  create table passwords (
    space text not null, source text not null, hash text not null, changed_at real not null,
    primary key (space, source)
  ) strict, without rowid;
  create table logins (
    space text not null, id text not null, token_hash text not null, created_at real not null, last_used_at real not null,
    expires_at real not null, address text not null, agent text not null,
    primary key (space, id), unique (space, token_hash)
  ) strict, without rowid;
  create table api_keys (
    space text not null, id text not null, key_hash text not null, name text not null, actions text not null,
    flows text not null, limits text not null, created_at real not null, expires_at real, last_used_at real, revoked_at real,
    primary key (space, id), unique (space, key_hash)
  ) strict, without rowid;
  create table key_usage (
    space text not null, caller text not null, day integer not null, calls integer not null, tokens real not null,
    cost real not null,
    primary key (space, caller, day)
  ) strict, without rowid;
  create table audit_log (
    number integer primary key autoincrement, space text not null, at real not null, who text not null,
    address text not null, action text not null, about text not null, outcome text not null
  ) strict;
  create index audit_log_by_space on audit_log (space, number);
  `,
];

/** What migrating needs of a connection. */
export interface Migratable {
  readonly file: string;
  exec(sql: string): void;
  version(): number;
}

/**
 * Brings the database to this program's version in one transaction. A database written by a newer program is refused
 * (`store-too-new`) and left as it is: an older program can't know what its columns mean.
 */
export function migrateDatabase(database: Migratable): void {
  if (isCurrentDatabase(database)) return;
  database.exec('begin immediate');
  try {
    // Another process may have migrated while this one waited for the lock.
    if (!isCurrentDatabase(database)) {
      for (const migration of migrations.slice(database.version())) database.exec(migration);
      database.exec(`pragma user_version = ${migrations.length}`);
    }
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

/** Whether nothing has to be migrated; throws `store-too-new`. */
export function isCurrentDatabase(database: Migratable): boolean {
  const version = database.version();
  if (version > migrations.length) {
    throw new Problem(
      'store-too-new',
      { file: database.file, version, known: migrations.length },
      { kind: 'operational' },
    );
  }
  return version === migrations.length;
}
