import 'server-only'
import { hub } from '@/lib/events/hub'
import { startJobs } from '@/lib/jobs/runner'
import { log } from '@/lib/log'

/** What a server process does beside answering requests. */
export async function startUp(): Promise<void> {
  const stopJobs = await startJobs()
  const stop = () => {
    hub().close()
    void stopJobs().catch((err: unknown) =>
      log.error({ err }, 'The job runner did not stop cleanly.'),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
