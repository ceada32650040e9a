// How a long-running command lives and ends: what was begun last is ended first, whichever way the end comes (a signal, told
// once or twice, a failure, or the death of the `npm` that started us).
import { spawn } from 'node:child_process'
import { PlainError, reportFailure } from './plain-error.mjs'
import { parentOf } from './processes.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const npmIsLookedForEveryMs = 500

/**
 * Runs `main(life)`; at its end, its failure or a signal all that was begun is ended, and the process with it. Its exit status
 * is `life.status` after a normal end, `signalStatus` after a signal (0 for a server, whose proper end that is), else 1.
 */
export async function live(main, { signalStatus = 1 } = {}) {
  const endings = []
  const heralds = []
  const life = {
    isEnding: false,
    status: 0,
    onEnd: (end) => endings.push(end),
    /** What is done at once when the end begins; a moment's work. */
    beforeEnd: (tell) => heralds.push(tell),
    run: (...wish) => runStep(life, ...wish),
  }
  const end = async (status) => {
    if (life.isEnding) return
    life.isEnding = true
    process.exitCode = status
    for (const tell of heralds) tell()
    for (const one of endings.reverse()) await one().catch(reportFailure)
    process.exit()
  }
  for (const signal of signals) process.on(signal, () => end(signalStatus))
  if (process.env.npm_lifecycle_event) watchStarter(() => end(signalStatus))
  try {
    await main(life)
    await end(life.status)
  } catch (error) {
    // A step that a signal cut short has not failed.
    if (!life.isEnding) await end(reportFailure(error))
  }
}

// npm hands a signal to the shell between us, which may not hand it on, and a killed npm hands on nothing. That the shell lost
// its parent, or we ours, can always be seen.
function watchStarter(onDeath) {
  const [shell, npm] = [process.ppid, parentOf(process.ppid)]
  const isOrphan = () => process.ppid !== shell || parentOf(shell) !== npm
  setInterval(() => isOrphan() && onDeath(), npmIsLookedForEveryMs).unref()
}

/**
 * Runs one program to its end and answers with what it printed; `failure` is the sentence for when it fails. A quiet one is
 * heard only when it fails.
 */
function runStep(life, command, words, { env, failure, quiet = false }) {
  const output = quiet ? 'pipe' : 'inherit'
  const child = spawn(command, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  })
  life.onEnd(async () => void child.kill('SIGTERM'))
  const printed = collect(child.stdout)
  const complaints = collect(child.stderr)
  return new Promise((done, failed) => {
    child.once('error', (error) =>
      failed(new PlainError(`${failure} (${error.message})`, { cause: error })),
    )
    child.once('close', (status) => {
      if (status === 0) return done(printed.join(''))
      if (!life.isEnding) process.stderr.write(printed.concat(complaints).join(''))
      failed(new PlainError(failure))
    })
  })
}

function collect(stream) {
  const chunks = []
  stream?.setEncoding('utf8').on('data', (chunk) => chunks.push(chunk))
  return chunks
}
