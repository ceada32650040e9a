import { startJobs } from '@/lib/jobs/runner'

// A process that does nothing but run jobs, as a server does, for tests that kill it. Says on its standard output when it has begun.

const stop = await startJobs({ everyMs: 200, deadAfterMs: 1_500 })
process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
process.stdout.write('working\n')
