import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

type NewJob = { task: string; payload: string; runAt: Date | null; key: string | null }

export async function saveJob(tx: Db, { task, payload, runAt, key }: NewJob): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${task}, payload => ${payload}::json, run_at => ${runAt}::timestamptz, job_key => ${key}
  )`.execute(tx)
}

export async function saveLateJob(
  tx: Db,
  { task, payload }: Pick<NewJob, 'task' | 'payload'>,
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${task}, payload => ${payload}::json, queue_name => 'later', priority => 10
  )`.execute(tx)
}

/** By the clock of the database, which all the processes share. */
export async function saveHeartbeat(db: Db, workerId: string): Promise<void> {
  await sql`insert into worker_heartbeat (worker_id, beat_at) values (${workerId}, clock_timestamp())
    on conflict (worker_id) do update set beat_at = clock_timestamp()`.execute(db)
}

export async function deleteHeartbeat(db: Db, workerId: string): Promise<void> {
  await db.deleteFrom('worker_heartbeat').where('worker_id', '=', workerId).execute()
}

/**
 * Frees the jobs of workers that were not alive for so long, and forgets these; a job that was taken
 * since then may be of a worker too young to have said that it is alive.
 */
export async function freeJobsOfTheDead(tx: Db, silenceMs: number): Promise<string[]> {
  const since = sql`clock_timestamp() - make_interval(secs => ${silenceMs / 1000}::float8)`
  const { rows } = await sql<{ workerId: string }>`
    select distinct locked_by as "workerId" from graphile_worker.jobs
    where locked_at < ${since} and not exists (
      select from worker_heartbeat where worker_id = locked_by and beat_at >= ${since}
    )`.execute(tx)
  const dead = rows.map((row) => row.workerId)
  if (dead.length > 0)
    await sql`select graphile_worker.force_unlock_workers(${dead}::text[])`.execute(tx)
  await sql`delete from worker_heartbeat where beat_at < ${since}`.execute(tx)
  return dead
}
